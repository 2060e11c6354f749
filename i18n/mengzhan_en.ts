<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutSection</name>
    <message>
        <source>内蒙古就业服务站离线工作台。木兰宽松许可证第 2 版，可以自由使用和修改。</source>
        <translation>Offline workbench for employment service stations in Inner Mongolia. Mulan Permissive Software License, Version 2: free to use and change.</translation>
    </message>
    <message>
        <source>备份 {count} 份</source>
        <translation>Backups: {count}</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>改动 {count} 条</source>
        <translation>Changes: {count}</translation>
    </message>
    <message>
        <source>数据库 {size} KB</source>
        <translation>Database {size} KB</translation>
    </message>
    <message>
        <source>数据版本 {version}</source>
        <translation>Data version {version}</translation>
    </message>
    <message>
        <source>用到的软件和它们的许可证</source>
        <translation>Software used and its licences</translation>
    </message>
    <message>
        <source>蒙站 {version}</source>
        <translation>Mengzhan {version}</translation>
    </message>
    <message>
        <source>诊断（不含任何个人信息）</source>
        <translation>Diagnosis (contains nothing personal)</translation>
    </message>
</context>
<context>
    <name>ActionWords</name>
    <message>
        <source>{what}：{title} 等 {count} 条</source>
        <translation>{what}: {title} and others, {count} in all</translation>
    </message>
    <message>
        <source>{what}：{title}</source>
        <translation>{what}: {title}</translation>
    </message>
    <message>
        <source>上级转来</source>
        <translation>Passed on by the office</translation>
    </message>
    <message>
        <source>从旧电脑接手</source>
        <translation>Take over from the old computer</translation>
    </message>
    <message>
        <source>修改{kind}</source>
        <translation>Change: {kind}</translation>
    </message>
    <message>
        <source>删除{kind}</source>
        <translation>Remove: {kind}</translation>
    </message>
    <message>
        <source>合并{kind}</source>
        <translation>Merge: {kind}</translation>
    </message>
    <message>
        <source>导入{kind}</source>
        <translation>Import: {kind}</translation>
    </message>
    <message>
        <source>录入户表 {kind}</source>
        <translation>Key in visit sheet {kind}</translation>
    </message>
    <message>
        <source>彻底清除{kind}</source>
        <translation>Erase: {kind}</translation>
    </message>
    <message>
        <source>批量修改{kind}</source>
        <translation>Bulk change: {kind}</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>新建{kind}</source>
        <translation>New: {kind}</translation>
    </message>
    <message>
        <source>核实{kind}</source>
        <translation>Verify {kind}</translation>
    </message>
    <message>
        <source>确认{kind}</source>
        <translation>Confirm: {kind}</translation>
    </message>
    <message>
        <source>结账</source>
        <translation>Close the month</translation>
    </message>
    <message>
        <source>记结果：{kind}</source>
        <translation>Record result: {kind}</translation>
    </message>
    <message>
        <source>记走访</source>
        <translation>Log visit</translation>
    </message>
    <message>
        <source>读入同站数据</source>
        <translation>Read data of the same station</translation>
    </message>
    <message>
        <source>读入回执</source>
        <translation>Read receipt</translation>
    </message>
    <message>
        <source>转出{kind}</source>
        <translation>Transfer: {kind}</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>AdHint</name>
    <message>
        <source>{lead} · {why}（{basis}）</source>
        <translation>{lead} · {why} ({basis})</translation>
    </message>
    <message>
        <source>{lead} · {words}：{why}（{basis}）</source>
        <translation>{lead} · {words}: {why} ({basis})</translation>
    </message>
    <message>
        <source>{why}{advice}</source>
        <translation>{why} {advice}</translation>
    </message>
    <message>
        <source>{words}保留，理由：{reason}</source>
        <translation>{words} kept because: {reason}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>不合理</source>
        <translation>Unreasonable</translation>
    </message>
    <message>
        <source>不得发布</source>
        <translation>Must not be published</translation>
    </message>
    <message>
        <source>删去这几个字</source>
        <translation>Delete these words</translation>
    </message>
    <message>
        <source>填“{words}”</source>
        <translation>Write “{words}”</translation>
    </message>
    <message>
        <source>怎么改：{advice}（{basis}）</source>
        <translation>How to change it: {advice} ({basis})</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hints</translation>
    </message>
    <message>
        <source>收回理由</source>
        <translation>Take the reason back</translation>
    </message>
    <message>
        <source>改成“{words}”</source>
        <translation>Change to “{words}”</translation>
    </message>
    <message>
        <source>法律允许，写明理由 ▾</source>
        <translation>The law allows it: give the reason ▾</translation>
    </message>
    <message>
        <source>违法</source>
        <translation>Unlawful</translation>
    </message>
</context>
<context>
    <name>AdSummary</name>
    <message>
        <source>招聘用语</source>
        <translation>Wording</translation>
    </message>
</context>
<context>
    <name>AdView</name>
    <message>
        <source>招聘信息原文</source>
        <translation>The message</translation>
    </message>
</context>
<context>
    <name>AnswerKeys</name>
    <message>
        <source>0  少见的结果…</source>
        <translation>0  Rare results…</translation>
    </message>
    <message>
        <source>方式：{way}（T 换）</source>
        <translation>By: {way} (T changes)</translation>
    </message>
    <message>
        <source>结果（按数字键）</source>
        <translation>Result (press a number)</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>今天知道已离职</source>
        <translation>Heard today that they left</translation>
    </message>
    <message>
        <source>单位不招了，撤下</source>
        <translation>No longer hiring, withdraw</translation>
    </message>
    <message>
        <source>又失业了，继续服务</source>
        <translation>Out of work again, go on serving</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已招满，撤下</source>
        <translation>Filled, withdraw</translation>
    </message>
    <message>
        <source>注销：{reason}</source>
        <translation>Deregister: {reason}</translation>
    </message>
    <message>
        <source>联系上了，继续服务</source>
        <translation>Reached, go on serving</translation>
    </message>
    <message>
        <source>诉求已办，销号</source>
        <translation>Request dealt with, close</translation>
    </message>
    <message>
        <source>还在岗，满 {months} 个月</source>
        <translation>Still there after {months} months</translation>
    </message>
    <message>
        <source>还在招，延 30 天</source>
        <translation>Still hiring, extend by 30 days</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>{day}   {size} MB</source>
        <translation>{day}   {size} MB</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>复制文件夹位置</source>
        <translation>Copy folder path</translation>
    </message>
    <message>
        <source>已备份，并检查过能打开</source>
        <translation>Backed up and checked: it opens</translation>
    </message>
    <message>
        <source>已复制备份文件夹的位置</source>
        <translation>Path of the backup folder copied</translation>
    </message>
    <message>
        <source>正在备份并检查…</source>
        <translation>Backing up and checking…</translation>
    </message>
    <message>
        <source>每次打开和关闭都自动备份，加密，存在数据文件夹的 backups 里；一周留每天的，以后留每周、每月的。</source>
        <translation>A backup is made each time Mengzhan opens and closes, encrypted, in &quot;backups&quot; inside the data folder. Daily ones are kept for a week, then weekly and monthly ones.</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>要回到某一份：退出蒙站，再打开时选“从备份恢复”。恢复后缺的记录，会随上级的下一份回执补回来。</source>
        <translation>To go back to one of them, quit Mengzhan and choose &quot;Restore from backup&quot; when it opens again. Missing records come back with the next receipt from the office above.</translation>
    </message>
    <message>
        <source>还没有备份。按下面的“现在备份”做第一份。</source>
        <translation>No backup yet. Press &quot;Back up now&quot; below to make the first.</translation>
    </message>
</context>
<context>
    <name>BulkEdit</name>
    <message>
        <source>{title}：{before} → {after}</source>
        <translation>{title}: {before} → {after}</translation>
    </message>
    <message>
        <source>……还有 {count} 条</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>会改 {changing} 条，{same} 条本来就是这样。</source>
        <translation>Will change: {changing}. Already so: {same}.</translation>
    </message>
    <message>
        <source>全部改</source>
        <translation>Change all</translation>
    </message>
    <message>
        <source>批量改</source>
        <translation>Bulk change</translation>
    </message>
    <message>
        <source>批量改{label}：{count} 条</source>
        <translation>Bulk change · {label}: {count}</translation>
    </message>
    <message>
        <source>改之前先看</source>
        <translation>Look before you change</translation>
    </message>
    <message>
        <source>改哪一项</source>
        <translation>Field to change</translation>
    </message>
    <message>
        <source>选好或填好新的值，这里先列出会怎么改。</source>
        <translation>Choose or enter the new value; what would change is listed here first.</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在撤回…</source>
        <translation>Rolling back…</translation>
    </message>
</context>
<context>
    <name>ChangingForm</name>
    <message>
        <source>Tab 下一栏</source>
        <translation>Tab: next field</translation>
    </message>
    <message>
        <source>不改了  Esc</source>
        <translation>Leave as it was  Esc</translation>
    </message>
    <message>
        <source>和登记的一样。没变就按 Esc，再按 1。</source>
        <translation>The same as registered. If nothing changed, press Esc, then 1.</translation>
    </message>
    <message>
        <source>改好，记核实  Enter</source>
        <translation>Save and record  Enter</translation>
    </message>
</context>
<context>
    <name>CheckedList</name>
    <message>
        <source>其他站还没有共享岗位。读入上级的回执以后，有了就列在这里。</source>
        <translation>No station shares a vacancy yet. They come with the receipt from the office above and are listed here.</translation>
    </message>
    <message>
        <source>正在检查广告，查出问题的岗位会列在这里。</source>
        <translation>Checking the ads; vacancies with problems will be listed here.</translation>
    </message>
    <message>
        <source>正在检查广告，还有 {count} 个岗位</source>
        <translation>Checking the ads, {count} vacancies to go</translation>
    </message>
</context>
<context>
    <name>ClipboardOffer</name>
    <message>
        <source>剪贴板里像是一条招聘信息。</source>
        <translation>The clipboard seems to hold a job advertisement.</translation>
    </message>
    <message>
        <source>读成岗位  Ctrl+V</source>
        <translation>Read it  Ctrl+V</translation>
    </message>
</context>
<context>
    <name>ClosingItems</name>
    <message>
        <source>{day} 收到</source>
        <translation>Received {day}</translation>
    </message>
    <message>
        <source>{fields}：{by}</source>
        <translation>{fields}: {by}</translation>
    </message>
    <message>
        <source>{title}：{reason}</source>
        <translation>{title}: {reason}</translation>
    </message>
    <message>
        <source>{when} {who} {what}</source>
        <translation>{when} {who}: {what}</translation>
    </message>
    <message>
        <source>{words}，晚了</source>
        <translation>{words}, late</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>别处用本站的名义写了月结，不算数</source>
        <translation>A closing that somebody else wrote in the station&apos;s name; it does not count</translation>
    </message>
    <message>
        <source>原来的依据已经没有了，对不上的数无法核实。</source>
        <translation>What the figures rested on is gone; what differs cannot be told any more.</translation>
    </message>
    <message>
        <source>变了</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>对不上</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>已删除的记录</source>
        <translation>Deleted record</translation>
    </message>
    <message>
        <source>已结账</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>异常</source>
        <translation>Odd</translation>
    </message>
    <message>
        <source>数没变，依据的记录变了</source>
        <translation>The figure is the same, the records behind it changed</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>月结</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>月结写 {said}，按结账时的记录是 {found} {unit}</source>
        <translation>The closing says {said}; by the records of that time it is {found} {unit}</translation>
    </message>
    <message>
        <source>月结写的流水位置不是它自己的位置</source>
        <translation>The closing names another place in the journal than its own</translation>
    </message>
    <message>
        <source>月结已被撤销</source>
        <translation>The closing was taken back</translation>
    </message>
    <message>
        <source>月结是手工改过的，请问清楚。</source>
        <translation>The closing was made or changed by hand; ask the station.</translation>
    </message>
    <message>
        <source>月结被恢复</source>
        <translation>Closing restored</translation>
    </message>
    <message>
        <source>月结被撤销</source>
        <translation>Closing taken back</translation>
    </message>
    <message>
        <source>月结被改动</source>
        <translation>Closing changed</translation>
    </message>
    <message>
        <source>有更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>没有写</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>没结账</source>
        <translation>Not closed</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>站点操作员 {id}</source>
        <translation>station operator {id}</translation>
    </message>
    <message>
        <source>第 {first} 至 {last} 条流水没有收到，请站点再报一次。</source>
        <translation>Entries {first} to {last} did not arrive; ask the station to report again.</translation>
    </message>
    <message>
        <source>结账后彻底清除了 {count} 条</source>
        <translation>{count} records were erased since the closing</translation>
    </message>
    <message>
        <source>结账时 {before}，现在 {now} {unit}</source>
        <translation>At the closing {before}, now {now} {unit}</translation>
    </message>
    <message>
        <source>缺流水</source>
        <translation>Entries missing</translation>
    </message>
    <message>
        <source>补报</source>
        <translation>Late entry</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>还不能核对</source>
        <translation>Cannot be checked yet</translation>
    </message>
    <message>
        <source>还没有结账</source>
        <translation>Not closed yet</translation>
    </message>
    <message>
        <source>重新结账</source>
        <translation>Closed again</translation>
    </message>
    <message>
        <source>难核实</source>
        <translation>Cannot be told</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>{day} 已结账</source>
        <translation>Closed on {day}</translation>
    </message>
    <message>
        <source>{day} 已结账，之后 {count} 个数有更正</source>
        <translation>Closed on {day}; {count} figures corrected since</translation>
    </message>
    <message>
        <source>{who} {when} {what}</source>
        <translation>{who} {when} {what}</translation>
    </message>
    <message>
        <source>为什么再结一次</source>
        <translation>Why it is closed again</translation>
    </message>
    <message>
        <source>再结一次</source>
        <translation>Close again</translation>
    </message>
    <message>
        <source>去报送</source>
        <translation>On to sending</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>正在看这个月的账…</source>
        <translation>Looking at this month…</translation>
    </message>
    <message>
        <source>没有缺的，可以结账。</source>
        <translation>Nothing is missing; the month can be closed.</translation>
    </message>
    <message>
        <source>结账</source>
        <translation>Close month</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>还有 {count} 处要看，先看上面这些。</source>
        <translation>{count} more to look at; begin with these.</translation>
    </message>
    <message>
        <source>还没结账</source>
        <translation>Not closed yet</translation>
    </message>
</context>
<context>
    <name>ClosingsPage</name>
    <message>
        <source>Enter 看这条记录</source>
        <translation>Enter: see this record</translation>
    </message>
    <message>
        <source>{month}：{all} 个站，{closed} 个已结账</source>
        <translation>{month}: {all} stations, {closed} have closed</translation>
    </message>
    <message>
        <source>← 上月</source>
        <translation>← Month before</translation>
    </message>
    <message>
        <source>下月 →</source>
        <translation>Next month →</translation>
    </message>
    <message>
        <source>名册还是空的，先到“名册”加站点。</source>
        <translation>The roster is still empty; add stations there first.</translation>
    </message>
    <message>
        <source>按本单位收到的流水重算，和月结一致。</source>
        <translation>Counted again from the entries received here: the closing agrees.</translation>
    </message>
    <message>
        <source>月结核对</source>
        <translation>Closed months</translation>
    </message>
    <message>
        <source>月结的内容读不出来，请站点重新结账再报一次。</source>
        <translation>The closing cannot be read; ask the station to close again and report.</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>请打电话问一问站点。</source>
        <translation> Telephone the station and ask.</translation>
    </message>
    <message>
        <source>还没有收到这个月的月结，应在 {due} 前收到。</source>
        <translation>The closing of this month has not come; it is to be here by {due}.</translation>
    </message>
    <message>
        <source>这个站</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>，期限 {due}</source>
        <translation>, due {due}</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>3 / 3  恢复码</source>
        <translation>3 / 3  Recovery code</translation>
    </message>
    <message>
        <source>开始使用  Enter</source>
        <translation>Start  Enter</translation>
    </message>
    <message>
        <source>有上级给的登记文件，现在就可以登记；没有就跳过，以后在 设置 里补。</source>
        <translation>If you have the enrolment file of the office above, register it now; if not, skip this and do it later in Settings.</translation>
    </message>
</context>
<context>
    <name>ColumnQuestion</name>
    <message>
        <source>{letters} 列“{header}”导入为</source>
        <translation>Column {letters} &quot;{header}&quot; is imported as</translation>
    </message>
    <message>
        <source>不用问；不对就改。</source>
        <translation>Nothing to ask; change it if it is wrong.</translation>
    </message>
    <message>
        <source>从全部项目里选：拼音首字母、编号  Enter</source>
        <translation>Pick from all fields: initials, number  Enter</translation>
    </message>
    <message>
        <source>导入为</source>
        <translation>Import as</translation>
    </message>
    <message>
        <source>栏名和内容对不上，拿不准。按数字键选一个。</source>
        <translation>Header and cells disagree, so this is unsure. Press a digit.</translation>
    </message>
    <message>
        <source>没有写全年月日，记不成回访、走访；只有月份不算日期。</source>
        <translation>No whole date is given, so this makes no follow-up or visit; a month alone is no date.</translation>
    </message>
    <message>
        <source>这一列不导入。要导入就选一项。</source>
        <translation>This column is not imported. Pick a field to import it.</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>{name}（{count} 行）</source>
        <translation>{name} ({count} rows)</translation>
    </message>
    <message>
        <source>“{header}”不再导入：一项只能由一列给出。</source>
        <translation>&quot;{header}&quot; is no longer imported: one field comes from one column only.</translation>
    </message>
    <message>
        <source>上次定的</source>
        <translation>As last time</translation>
    </message>
    <message>
        <source>你定的</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>前三个值</source>
        <translation>First three values</translation>
    </message>
    <message>
        <source>导入为</source>
        <translation>Import as</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>Subheading</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>How sure</translation>
    </message>
    <message>
        <source>栏名</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>没有这一项</source>
        <translation>No such field</translation>
    </message>
    <message>
        <source>要定 {percent}</source>
        <translation>To decide {percent}</translation>
    </message>
    <message>
        <source>（文本）</source>
        <translation>(text)</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>登记册里</source>
        <translation>In the register</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>表里</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>表里第 {row} 行</source>
        <translation>File, row {row}</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
</context>
<context>
    <name>ConditionMaker</name>
    <message>
        <source>从</source>
        <translation>from</translation>
    </message>
    <message>
        <source>到</source>
        <translation>until</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>含有</source>
        <translation>contains</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>is filled in</translation>
    </message>
    <message>
        <source>是</source>
        <translation>is</translation>
    </message>
    <message>
        <source>没填</source>
        <translation>is empty</translation>
    </message>
</context>
<context>
    <name>ConflictLine</name>
    <message>
        <source>两处不同</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>另一处的值：{value}</source>
        <translation>The other value: {value}</translation>
    </message>
    <message>
        <source>用上面的</source>
        <translation>Use the one above</translation>
    </message>
    <message>
        <source>用另一处的</source>
        <translation>Use the other</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>{title} 的{label}</source>
        <translation>{title}: {label}</translation>
    </message>
    <message>
        <source>两处不同</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>已定下一处</source>
        <translation>One conflict settled</translation>
    </message>
    <message>
        <source>没有要定的：两处写的都一致。</source>
        <translation>Nothing to settle: both places agree.</translation>
    </message>
    <message>
        <source>用前一个</source>
        <translation>Use the first</translation>
    </message>
    <message>
        <source>用后一个</source>
        <translation>Use the second</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>两处不同</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>两处写得不同，请定一个</source>
        <translation>Two places differ: choose one</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>没定之前，先按时间晚的算；另一个也留着，不会丢。</source>
        <translation>Until then the later one counts; the other is kept and not lost.</translation>
    </message>
</context>
<context>
    <name>Constants</name>
    <message>
        <source>先定{fields}  F6</source>
        <translation>First: {fields}  F6</translation>
    </message>
    <message>
        <source>别的必填项目都有列给出。</source>
        <translation>Columns give everything else that is required.</translation>
    </message>
    <message>
        <source>必填的项目都有列给出。</source>
        <translation>Every required field comes from a column.</translation>
    </message>
    <message>
        <source>整份表都一样  F6</source>
        <translation>The same for the whole file  F6</translation>
    </message>
    <message>
        <source>整份表都一样</source>
        <translation>The same for the whole file</translation>
    </message>
    <message>
        <source>没有一列是{fields}，可每一行都要有。整份表都一样，就填在这里；有一列就是它，到左边定那一列。</source>
        <translation>No column is {fields}, and every row needs it. If it is the same for the whole file, type it here; if a column is it, choose that column on the left.</translation>
    </message>
    <message>
        <source>没有一列给出{fields}：每一行都会因此出错，请先定好列。</source>
        <translation>No column gives {fields}: every row will be wrong. Settle the columns first.</translation>
    </message>
    <message>
        <source>没有一列给出这些。整份表都一样的，在这里填一次；不一样就空着，以后补。</source>
        <translation>No column gives these. Fill in once what is the same for the whole file; leave the rest open for later.</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>正在写入…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>正在另存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>正在核对每一行…</source>
        <translation>Checking every row…</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the table…</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>DayTools</name>
    <message>
        <source>往后放 W</source>
        <translation>Put off W</translation>
    </message>
    <message>
        <source>我有 30 分钟 B</source>
        <translation>I have 30 minutes B</translation>
    </message>
    <message>
        <source>打印今日清单 Ctrl+P</source>
        <translation>Print the day Ctrl+P</translation>
    </message>
    <message>
        <source>约 30 分钟能办 {chosen} 件，其余 {left} 件先不显示</source>
        <translation>About 30 minutes are enough for {chosen}; {left} more are not shown</translation>
    </message>
</context>
<context>
    <name>DirectionFigures</name>
    <message>
        <source>{count} 人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} 户</source>
        <translation>{count} employers</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>一条标了几个方向，每个方向都算。</source>
        <translation>What bears several directions counts under each of them.</translation>
    </message>
    <message>
        <source>单位户数</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>岗位条数</source>
        <translation>Vacancies</translation>
    </message>
    <message>
        <source>招人数</source>
        <translation>People wanted</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>这段时间登记的岗位和单位都没有标政策方向；在它们的表里标上，这里就有数。</source>
        <translation>No vacancy or employer of this period is marked with a direction of the policy; mark them in their forms and they are counted here.</translation>
    </message>
</context>
<context>
    <name>EmployerPage</name>
    <message>
        <source>岗位 {count} 个</source>
        <translation>Vacancies: {count}</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Vacancies</translation>
    </message>
    <message>
        <source>有两处不同</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>缺工</source>
        <translation>Short of workers</translation>
    </message>
    <message>
        <source>还没有登记岗位。按 2 登记，或者记走访时一起登记。</source>
        <translation>No vacancies yet. Press 2 to add one, or add it while logging a visit.</translation>
    </message>
</context>
<context>
    <name>EnrolOffice</name>
    <message>
        <source>20 位密钥码</source>
        <translation>20-digit key code</translation>
    </message>
    <message>
        <source>上级：{office}，给本站：{station}。
请拨打您知道的上级电话，请对方念密钥码，照着打进来：</source>
        <translation>Office above: {office}, for this station: {station}.
Call the office on a number you know, have the key code read out and type it here:</translation>
    </message>
    <message>
        <source>密钥码不一样。请对方再念一遍；还不一样，就不要用这个文件，可能不是上级发的。</source>
        <translation>The key code differs. Ask to hear it again; if it still differs, do not use this file: it may not come from the office above.</translation>
    </message>
    <message>
        <source>对方在电话里念的 20 位密钥码</source>
        <translation>The 20-digit key code read out on the phone</translation>
    </message>
    <message>
        <source>已登记上级：{office}。</source>
        <translation>Office above registered: {office}.</translation>
    </message>
    <message>
        <source>核对并登记</source>
        <translation>Compare and register</translation>
    </message>
    <message>
        <source>登记文件 (*.mzk)</source>
        <translation>Enrolment file (*.mzk)</translation>
    </message>
    <message>
        <source>这份登记文件是给 {station} 的，不是本站。请上级重新给一份。</source>
        <translation>This enrolment file is for {station}, not for this station. Ask the office above for another one.</translation>
    </message>
    <message>
        <source>选登记文件</source>
        <translation>Choose enrolment file</translation>
    </message>
    <message>
        <source>选登记文件（.mzk）…</source>
        <translation>Choose enrolment file (.mzk)…</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>彻底删除 {title}</source>
        <translation>Erase {title}</translation>
    </message>
    <message>
        <source>彻底删除</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>彻底删除这个{label}</source>
        <translation>Erase this record ({label})</translation>
    </message>
    <message>
        <source>本人要求删除，或离开后保留期已满时用（个人信息保护法第47条）。
· 姓名、证件号、电话等一律抹掉，别处文字里提到的也抹掉，{days} 天内连备份也清掉。
· 只留日期、分类和旗县，已报的数字不变；{services} 条服务记录还在，但看不出是谁。
· 上级和别的电脑收到后同样抹掉。不能撤销，旧的包也带不回来。</source>
        <translation>Use this when the person asks for it, or left and the retention period is over (Personal Information Protection Law, Article 47).
· Name, ID number, phone and the like are wiped, also where other texts mention them; within {days} days from the backups too.
· Only dates, categories and the banner or county stay; reported figures do not change. Service records kept: {services}, without showing whose they are.
· The office above and other computers wipe them as well when they hear of it. It cannot be undone, and old packages do not bring it back.</translation>
    </message>
    <message>
        <source>要打“{word}”这四个字才会删除。</source>
        <translation>Type the word &quot;{word}&quot; to go ahead.</translation>
    </message>
    <message>
        <source>要继续，请在这里打“{word}”</source>
        <translation>To go on, type &quot;{word}&quot; here</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>{label} {value}</source>
        <translation>{label} {value}</translation>
    </message>
    <message>
        <source>{wage} 元/{unit}</source>
        <translation>{wage} yuan/{unit}</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>注销失业登记</source>
        <translation>Unemployment registration ended</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记{label}</source>
        <translation>Registered: {label}</translation>
    </message>
    <message>
        <source>登记失业</source>
        <translation>Registered unemployed</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>没有错的，写一句为什么；上级看得到。</source>
        <translation>If nothing is wrong, say why in a sentence; the office can read it.</translation>
    </message>
    <message>
        <source>看这些记录</source>
        <translation>Show these records</translation>
    </message>
    <message>
        <source>这里看着不寻常</source>
        <translation>This looks unusual</translation>
    </message>
</context>
<context>
    <name>ExportColumns</name>
    <message>
        <source>{header}（打码）</source>
        <translation>{header} (masked)</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>今天，或如 2026-12-31</source>
        <translation>Today, or such as 2026-12-31</translation>
    </message>
    <message>
        <source>写什么</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>写法</source>
        <translation>Written as</translation>
    </message>
    <message>
        <source>空格勾选；表头空着就用原名。</source>
        <translation>Space ticks a column; an empty header means the usual one.</translation>
    </message>
    <message>
        <source>算到哪天</source>
        <translation>Age on</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Header</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出{label}：{count} 条</source>
        <translation>Export {label}: {count} records</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>已停下，没有留下半个文件。</source>
        <translation>Stopped; no unfinished file is left.</translation>
    </message>
    <message>
        <source>已导出 {rows} 条，{columns} 列：{path}</source>
        <translation>{rows} records in {columns} columns written: {path}</translation>
    </message>
    <message>
        <source>已有同名的文件，没有动它。换个名字，或点“换地方…”同意替换。</source>
        <translation>A file of this name is there already and was left alone. Choose another name, or agree to replace it under &quot;Elsewhere…&quot;.</translation>
    </message>
    <message>
        <source>截至今天</source>
        <translation>Up to today</translation>
    </message>
    <message>
        <source>换地方…</source>
        <translation>Elsewhere…</translation>
    </message>
    <message>
        <source>显示完整证件号、电话  Alt+W</source>
        <translation>Show full ID numbers and phones  Alt+W</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>正在写…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>用途，例如 报旗县就业局核对；会记下条数和用途</source>
        <translation>Purpose, such as a check by the banner; count and purpose are logged</translation>
    </message>
    <message>
        <source>空白模板…</source>
        <translation>Blank template…</translation>
    </message>
    <message>
        <source>空白模板写好了，{columns} 列：{path}</source>
        <translation>Blank template with {columns} columns written: {path}</translation>
    </message>
</context>
<context>
    <name>ExportProfiles</name>
    <message>
        <source>{name}（含完整号码）</source>
        <translation>{name} (full numbers)</translation>
    </message>
    <message>
        <source>从文件读入…</source>
        <translation>Take in from a file…</translation>
    </message>
    <message>
        <source>去掉这个方案</source>
        <translation>Drop this profile</translation>
    </message>
    <message>
        <source>存为方案</source>
        <translation>Keep as a profile</translation>
    </message>
    <message>
        <source>存为方案…</source>
        <translation>Keep as a profile…</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>存成文件，给别的站…</source>
        <translation>Save as a file for other stations…</translation>
    </message>
    <message>
        <source>导出方案 (*{suffix})</source>
        <translation>Export profiles (*{suffix})</translation>
    </message>
    <message>
        <source>已存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>已记住“{label}”的方案“{name}”。</source>
        <translation>Profile &quot;{name}&quot; for &quot;{label}&quot; kept.</translation>
    </message>
    <message>
        <source>已记住方案“{name}”。</source>
        <translation>Profile &quot;{name}&quot; kept.</translation>
    </message>
    <message>
        <source>方案…</source>
        <translation>Profile…</translation>
    </message>
    <message>
        <source>给谁</source>
        <translation>For</translation>
    </message>
    <message>
        <source>给谁的（例如 旗县就业局月报）</source>
        <translation>For whom (such as: monthly report to the banner)</translation>
    </message>
    <message>
        <source>这个名字是自带方案的，请换一个。</source>
        <translation>This name belongs to a built-in profile; take another.</translation>
    </message>
    <message>
        <source>选方案文件</source>
        <translation>Pick a profile file</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>报告已存到 {path}</source>
        <translation>Report saved to {path}</translation>
    </message>
    <message>
        <source>报告没有存成：{why}</source>
        <translation>The report could not be saved: {why}</translation>
    </message>
    <message>
        <source>电脑或磁盘</source>
        <translation>Computer or disk</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>蒙站</source>
        <translation>Mengzhan</translation>
    </message>
    <message>
        <source>要您处理</source>
        <translation>Needs your attention</translation>
    </message>
    <message>
        <source>请退出蒙站再打开，那里有“从备份恢复”。</source>
        <translation>Quit Mengzhan and open it again; &quot;Restore from backup&quot; is offered there.</translation>
    </message>
    <message>
        <source>这是程序的毛病，不是您做错了。已经存的内容没有动，正在填的已存为草稿。下面的报告不含任何个人信息，可以复制给上级或维护人员。</source>
        <translation>This is a fault of the program, not your mistake. What was saved is untouched, and what you were filling in was kept as a draft. The report below contains nothing personal; you can copy it to the office above or to support.</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>丢掉</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>换文件…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>显示完整号码</source>
        <translation>Show full numbers</translation>
    </message>
    <message>
        <source>正在读 {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>表格 ({files})</source>
        <translation>Tables ({files})</translation>
    </message>
    <message>
        <source>选文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>遮住号码</source>
        <translation>Mask numbers</translation>
    </message>
</context>
<context>
    <name>FillCourse</name>
    <message>
        <source>正在写入…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>正在取记录…</source>
        <translation>Fetching the records…</translation>
    </message>
    <message>
        <source>正在填表…</source>
        <translation>Filling the form…</translation>
    </message>
    <message>
        <source>正在看这是什么表…</source>
        <translation>Looking at what this file is…</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the table…</translation>
    </message>
</context>
<context>
    <name>FillPage</name>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>不填了</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>不填了？</source>
        <translation>Stop filling this form?</translation>
    </message>
    <message>
        <source>写入</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>写成文件</source>
        <translation>Write the file</translation>
    </message>
    <message>
        <source>回列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>填上级的表</source>
        <translation>Fill a form</translation>
    </message>
    <message>
        <source>已停下，什么也没有写。</source>
        <translation>Stopped; nothing was written.</translation>
    </message>
    <message>
        <source>打开表</source>
        <translation>Open the form</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>认表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>还有 {count} 栏要定：选一项，或按 0 留空。</source>
        <translation>{count} columns are still to be decided: choose one, or press 0 to leave it empty.</translation>
    </message>
    <message>
        <source>这张表里已经定下的栏都会丢掉，什么文件也没有写。</source>
        <translation>What you have decided about this form will be lost; no file was written.</translation>
    </message>
    <message>
        <source>选一张上级发的空白表（xlsx），或者把它拖到这里。版式、公式、下拉都不动。</source>
        <translation>Choose a blank form from your superior (xlsx), or drop it here. Layout, formulas and drop-downs stay as they are.</translation>
    </message>
    <message>
        <source>选上级发的空白表</source>
        <translation>Choose a superior&apos;s blank form</translation>
    </message>
</context>
<context>
    <name>FillStandings</name>
    <message>
        <source>{count} 栏要定</source>
        <translation>{count} columns to decide</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>和上次一样</source>
        <translation>As last time</translation>
    </message>
    <message>
        <source>填 {count} 栏</source>
        <translation>{count} columns filled</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>不再常用</source>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>全部显示</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>叫什么名字？</source>
        <translation>What name?</translation>
    </message>
    <message>
        <source>在这个列表里找  Ctrl+F</source>
        <translation>Find in this list  Ctrl+F</translation>
    </message>
    <message>
        <source>存成常用</source>
        <translation>Save as favourite</translation>
    </message>
    <message>
        <source>存成常用…</source>
        <translation>Save as favourite…</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>FixHints</name>
    <message>
        <source>上级请改：{reason} 建议 {value}</source>
        <translation>Please fix (office above): {reason} Suggested: {value}</translation>
    </message>
    <message>
        <source>上级请改：{reason}</source>
        <translation>Please fix (office above): {reason}</translation>
    </message>
    <message>
        <source>采用建议  F4</source>
        <translation>Use suggestion  F4</translation>
    </message>
</context>
<context>
    <name>FlagEditor</name>
    <message>
        <source>否  0</source>
        <translation>No  0</translation>
    </message>
    <message>
        <source>是  1</source>
        <translation>Yes  1</translation>
    </message>
</context>
<context>
    <name>ForeignPage</name>
    <message>
        <source>{station}登记的单位：这里只能看，不能改。要改请找那边。</source>
        <translation>An employer of {station}: here you can look, not change it. Ask them if something is wrong.</translation>
    </message>
    <message>
        <source>{station}登记的岗位：这里能看、能推荐，不能改；招满没有由那边说。</source>
        <translation>A vacancy of {station}: here you can look and introduce people, not change it; whether it is filled they say.</translation>
    </message>
    <message>
        <source>← 返回  Esc</source>
        <translation>← Back  Esc</translation>
    </message>
    <message>
        <source>合适的人</source>
        <translation>Who fits</translation>
    </message>
    <message>
        <source>显示  F2</source>
        <translation>Show  F2</translation>
    </message>
    <message>
        <source>隐藏  F2</source>
        <translation>Hide  F2</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存，再填一条</source>
        <translation>Save and add another</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>带 * 的要填 · Enter 下一项</source>
        <translation>* must be filled in · Enter: next field</translation>
    </message>
    <message>
        <source>有没保存的内容。再按一次 Esc 放弃，Ctrl+S 保存。</source>
        <translation>There are unsaved changes. Esc again drops them, Ctrl+S saves.</translation>
    </message>
    <message>
        <source>草稿已存 · Enter 下一项</source>
        <translation>Draft kept · Enter: next field</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还有 {count} 处要改，改好再保存。</source>
        <translation>{count} to correct before saving.</translation>
    </message>
</context>
<context>
    <name>FormBody</name>
    <message>
        <source>▸ 更多 {count} 项</source>
        <translation>▸ {count} more</translation>
    </message>
    <message>
        <source>▾ 收起</source>
        <translation>▾ Fewer</translation>
    </message>
    <message>
        <source>较新版本的内容（只读，原样保留）</source>
        <translation>From a newer version (read-only, kept as it is)</translation>
    </message>
    <message>
        <source>（已填 {count} 项）</source>
        <translation> ({count} filled in)</translation>
    </message>
</context>
<context>
    <name>FormProfiles</name>
    <message>
        <source>{name}（对照）</source>
        <translation>{name} (choices)</translation>
    </message>
    <message>
        <source>从文件读入栏目对照…</source>
        <translation>Read column choices from a file…</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>对照…</source>
        <translation>Choices…</translation>
    </message>
    <message>
        <source>对照文件 (*{suffix})</source>
        <translation>Column choices (*{suffix})</translation>
    </message>
    <message>
        <source>已存成 {name}，里面只有栏名和字段，没有任何人的内容。</source>
        <translation>Saved as {name}. It holds headers and fields only, nothing about anybody.</translation>
    </message>
    <message>
        <source>已照 {name} 定了栏目。</source>
        <translation>The columns were chosen as in {name}.</translation>
    </message>
    <message>
        <source>把栏目对照存成文件，给别的站…</source>
        <translation>Save column choices as a file for other stations…</translation>
    </message>
    <message>
        <source>选对照文件</source>
        <translation>Choose a file of column choices</translation>
    </message>
</context>
<context>
    <name>FormQuestion</name>
    <message>
        <source>{letters} “{header}”填什么</source>
        <translation>{letters} &quot;{header}&quot; is filled with</translation>
    </message>
    <message>
        <source>不用问；不对就改。</source>
        <translation>Nothing to ask; change it if it is wrong.</translation>
    </message>
    <message>
        <source>填什么</source>
        <translation>Filled with</translation>
    </message>
    <message>
        <source>拿不准。按数字键选一个；按 0 留空。</source>
        <translation>Not sure. Press a digit to choose; 0 leaves it empty.</translation>
    </message>
    <message>
        <source>留空。要填就选一项。</source>
        <translation>Left empty. Choose something to fill it.</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>提醒 · {words}</source>
        <translation>Reminder · {words}</translation>
    </message>
    <message>
        <source>要改 · {words}</source>
        <translation>Correct · {words}</translation>
    </message>
</context>
<context>
    <name>FormStack</name>
    <message>
        <source>{heading}（{back}）</source>
        <translation>{heading} ({back})</translation>
    </message>
    <message>
        <source>存好后回到{label}</source>
        <translation>after saving, back to: {label}</translation>
    </message>
</context>
<context>
    <name>FormStep</name>
    <message>
        <source>{labels}：蒙站不知道，留空</source>
        <translation>{labels}: not known here, left empty</translation>
    </message>
    <message>
        <source>{label}，一格一位</source>
        <translation>{label}, a digit in each cell</translation>
    </message>
    <message>
        <source>上次定的</source>
        <translation>As last time</translation>
    </message>
    <message>
        <source>上级已填</source>
        <translation>Filled by the superior</translation>
    </message>
    <message>
        <source>不动</source>
        <translation>Left alone</translation>
    </message>
    <message>
        <source>与上次比：{changes}</source>
        <translation>Compared with last time: {changes}</translation>
    </message>
    <message>
        <source>你定的</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Col.</translation>
    </message>
    <message>
        <source>填什么</source>
        <translation>Filled with</translation>
    </message>
    <message>
        <source>头一个值</source>
        <translation>First value</translation>
    </message>
    <message>
        <source>工作表“{sheet}”里没认出要填的栏。</source>
        <translation>No column to fill was recognised in sheet &quot;{sheet}&quot;.</translation>
    </message>
    <message>
        <source>工作表“{sheet}”，填一个人或一家单位的表，认得 {known} 栏。</source>
        <translation>Sheet &quot;{sheet}&quot;, a form about one person or employer; {known} places recognised.</translation>
    </message>
    <message>
        <source>工作表“{sheet}”，统计表，能数的有 {count} 格；拿不准的格留空。</source>
        <translation>Sheet &quot;{sheet}&quot;, a table of counts; {count} cells can be counted, the doubtful ones stay empty.</translation>
    </message>
    <message>
        <source>工作表“{sheet}”，表头第 {header} 行，要填 {rows} 行。</source>
        <translation>Sheet &quot;{sheet}&quot;, header in row {header}, {rows} rows to fill.</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>How sure</translation>
    </message>
    <message>
        <source>有 {count} 栏登记册里没有，留空。</source>
        <translation> {count} columns are not in the register and stay empty.</translation>
    </message>
    <message>
        <source>有把握</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>栏名</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>用{label}填</source>
        <translation>Fill with: {label}</translation>
    </message>
    <message>
        <source>登记册没有</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>看表头填的是{label}。</source>
        <translation> By its header it is about: {label}.</translation>
    </message>
    <message>
        <source>表头表尾也填</source>
        <translation>Also filled, above and below</translation>
    </message>
    <message>
        <source>表里自己算</source>
        <translation>The form calculates it</translation>
    </message>
    <message>
        <source>要定</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>HandoverCard</name>
    <message>
        <source>1  把本机的钥匙文件存到 U 盘，拿到旧电脑：设置 → 上级与钥匙 → 移交到新电脑。</source>
        <translation>1  Save this computer’s key file to a USB stick and take it to the old computer: Settings → Office above and keys → Hand over to a new computer.</translation>
    </message>
    <message>
        <source>2  读旧电脑写好的移交包（.mzp）。</source>
        <translation>2  Read the handover package (.mzp) written by the old computer.</translation>
    </message>
    <message>
        <source>{station} 的移交包。请照旧电脑屏幕打 20 位密钥码：</source>
        <translation>Handover package of {station}. Type the 20-digit key code shown on the old computer’s screen:</translation>
    </message>
    <message>
        <source>从旧电脑接手</source>
        <translation>Take over from the old computer</translation>
    </message>
    <message>
        <source>先不接手</source>
        <translation>Do not take over now</translation>
    </message>
    <message>
        <source>先选移交包</source>
        <translation>Choose the handover package first</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>存钥匙文件（.mzd）…</source>
        <translation>Save key file (.mzd)…</translation>
    </message>
    <message>
        <source>密钥码和移交包对不上，请照旧电脑屏幕再核对一遍。</source>
        <translation>The key code does not fit the handover package. Compare it with the old computer’s screen again.</translation>
    </message>
    <message>
        <source>已存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
    <message>
        <source>新电脑钥匙</source>
        <translation>New computer key</translation>
    </message>
    <message>
        <source>旧电脑屏幕上的 20 位密钥码</source>
        <translation>The 20-digit key code on the old computer’s screen</translation>
    </message>
    <message>
        <source>本机密钥码</source>
        <translation>Key code of this computer</translation>
    </message>
    <message>
        <source>核对并接手</source>
        <translation>Compare and take over</translation>
    </message>
    <message>
        <source>移交包 (*.mzp)</source>
        <translation>Handover package (*.mzp)</translation>
    </message>
    <message>
        <source>选移交包</source>
        <translation>Choose handover package</translation>
    </message>
    <message>
        <source>选移交包…</source>
        <translation>Choose handover package…</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>{label}：{after}</source>
        <translation>{label}: {after}</translation>
    </message>
    <message>
        <source>{label}：{before} → {after}</source>
        <translation>{label}: {before} → {after}</translation>
    </message>
    <message>
        <source>与另一条分开</source>
        <translation>Separated from the other record</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>删除这条记录</source>
        <translation>Record deleted</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>并到另一条</source>
        <translation>Merged into another</translation>
    </message>
    <message>
        <source>彻底删除，内容不再保留</source>
        <translation>Erased; the content is not kept</translation>
    </message>
    <message>
        <source>撤销这一步</source>
        <translation>Undo this step</translation>
    </message>
    <message>
        <source>放回这条记录</source>
        <translation>Record put back</translation>
    </message>
    <message>
        <source>由 {station} 负责</source>
        <translation>In charge: {station}</translation>
    </message>
    <message>
        <source>这条记录的历史</source>
        <translation>History of this record</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>{name}（没有导入的）</source>
        <translation>{name} (not imported)</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>不导入了</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>不导入了？</source>
        <translation>Do not import?</translation>
    </message>
    <message>
        <source>写入 {count} 条</source>
        <translation>Write {count} records</translation>
    </message>
    <message>
        <source>写入</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>列改过了，下一步会重新核对每一行。</source>
        <translation>Columns were changed; the next step checks every row again.</translation>
    </message>
    <message>
        <source>列改过了：有 {count} 处改正或决定照搬不了，要重新定。</source>
        <translation>Columns were changed: {count} corrections or answers no longer fit and have to be given again.</translation>
    </message>
    <message>
        <source>回列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>导入{label}</source>
        <translation>Import: {label}</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>已停下，什么也没有写入。</source>
        <translation>Stopped. Nothing was written.</translation>
    </message>
    <message>
        <source>打开列表</source>
        <translation>Open the list</translation>
    </message>
    <message>
        <source>整份表都一样的值认不出来：改好，或者清空，再往下。</source>
        <translation>A value for the whole file cannot be read: put it right or empty it before going on.</translation>
    </message>
    <message>
        <source>每一行都要有{fields}：先在右边填好，或在左边定一列。</source>
        <translation>Every row needs {fields}: fill it in on the right, or choose a column on the left.</translation>
    </message>
    <message>
        <source>还有 {count} 列要定：选一项，或按 0 不导入。</source>
        <translation>{count} columns to decide: pick a field, or press 0 not to import.</translation>
    </message>
    <message>
        <source>这份表里已经定下的都会丢掉，登记册不变。</source>
        <translation>What you decided in this file will be lost; the register does not change.</translation>
    </message>
    <message>
        <source>选一个表格文件，或者把它拖到这里。</source>
        <translation>Choose a table file, or drop it here.</translation>
    </message>
    <message>
        <source>选要导入的表格</source>
        <translation>Choose the table to import</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>{count} 个先放着。</source>
        <translation>To be put aside: {count}.</translation>
    </message>
    <message>
        <source>{count} 个收不了。</source>
        <translation>Cannot be accepted: {count}.</translation>
    </message>
    <message>
        <source>先放着 {count} 个包</source>
        <translation>Put aside {count} packages</translation>
    </message>
    <message>
        <source>写出全部回执</source>
        <translation>Write all receipts</translation>
    </message>
    <message>
        <source>写好 {count} 份回执，读回核对一致，在 {folder}。</source>
        <translation>Receipts written: {count}, read back and correct, in {folder}.</translation>
    </message>
    <message>
        <source>回执写到哪里</source>
        <translation>Where to write receipts</translation>
    </message>
    <message>
        <source>收下 {count} 个包</source>
        <translation>Accept packages: {count}</translation>
    </message>
    <message>
        <source>收下 {packages} 个包、{records} 条记录；{waiting} 个先放着。</source>
        <translation>Accepted packages: {packages}, records: {records}; put aside: {waiting}.</translation>
    </message>
    <message>
        <source>收下</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>收下会有 {packages} 个包、{records} 条记录变动；现在还什么都没动。</source>
        <translation>Accepting will take in packages: {packages}, changed records: {records}. Nothing has been changed yet.</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>放进来 {count} 个文件。</source>
        <translation>Files put in: {count}.</translation>
    </message>
    <message>
        <source>放进来</source>
        <translation>Put in</translation>
    </message>
    <message>
        <source>整个文件夹</source>
        <translation>Whole folder</translation>
    </message>
    <message>
        <source>正在写回执…</source>
        <translation>Writing receipts…</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>正在收下…</source>
        <translation>Accepting…</translation>
    </message>
    <message>
        <source>没有新的回执要写。</source>
        <translation>No new receipts to write.</translation>
    </message>
    <message>
        <source>没有要收的。先把文件放进来。</source>
        <translation>Nothing to accept. Put files in first.</translation>
    </message>
    <message>
        <source>看一眼，收下</source>
        <translation>Look and accept</translation>
    </message>
    <message>
        <source>蒙站的包 (*{suffix})</source>
        <translation>Mengzhan package (*{suffix})</translation>
    </message>
    <message>
        <source>选收到的包</source>
        <translation>Choose received packages</translation>
    </message>
    <message>
        <source>选文件</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>选文件，或者拖到窗口里。</source>
        <translation>Choose files, or drag them into the window.</translation>
    </message>
    <message>
        <source>选装着包的文件夹</source>
        <translation>Choose the folder with the packages</translation>
    </message>
</context>
<context>
    <name>IntroduceDialog</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>仍要推荐 {count} 人</source>
        <translation>Introduce {count} all the same</translation>
    </message>
    <message>
        <source>已推荐 {count} 人到 {title}</source>
        <translation>Introduced {count} to {title}</translation>
    </message>
    <message>
        <source>已选：{names}</source>
        <translation>Chosen: {names}</translation>
    </message>
    <message>
        <source>找人：姓名、拼音首字母、电话后几位</source>
        <translation>Find people: name, pinyin initials, end of the phone</translation>
    </message>
    <message>
        <source>接着印推荐信</source>
        <translation>Go on to print the letters</translation>
    </message>
    <message>
        <source>推荐 {count} 人</source>
        <translation>Introduce {count}</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>推荐到：{title}（{employer}），{places}</source>
        <translation>To: {title} ({employer}), {places}</translation>
    </message>
    <message>
        <source>清单里没有等着找活的人。先登记人员，再推荐。</source>
        <translation>Nobody on the list is waiting for work. Register people first.</translation>
    </message>
    <message>
        <source>请先选推荐到哪个岗位。</source>
        <translation>First choose the vacancy.</translation>
    </message>
    <message>
        <source>请先选推荐谁：按空格勾选。</source>
        <translation>First choose people: the space bar ticks them.</translation>
    </message>
    <message>
        <source>还有 {count} 处要留意。</source>
        <translation>{count} more to think of.</translation>
    </message>
</context>
<context>
    <name>KeyInPage</name>
    <message>
        <source>{sheet} 号表 {count} 行 · 已存 {saved} · 待存 {waiting}</source>
        <translation>Sheet {sheet}: {count} lines · {saved} saved · {waiting} to save</translation>
    </message>
    <message>
        <source>存这张表</source>
        <translation>Save the sheet</translation>
    </message>
    <message>
        <source>对一下行码和姓名，是这一行就按 Enter；不是就打表上的行码。</source>
        <translation>Compare code and name. If it is this line, press Enter; if not, type the code on the sheet.</translation>
    </message>
    <message>
        <source>已存 {sheet} 号入户表 {count} 行</source>
        <translation>Saved {count} lines of visit sheet {sheet}</translation>
    </message>
    <message>
        <source>录了想学或创业，请先录培训：1 愿意，2 不愿意，3 再考虑。</source>
        <translation>A trade or a business was keyed in: first the training, 1 yes, 2 no, 3 not sure.</translation>
    </message>
    <message>
        <source>录入户表</source>
        <translation>Key in visit sheet</translation>
    </message>
    <message>
        <source>录到最后一行了。看一遍下面，没错就按 Enter 存。</source>
        <translation>That was the last line. Look through the list; if all is right, press Enter to save.</translation>
    </message>
    <message>
        <source>录到最后一行了，还有 {count} 行没录，可以以后再录。没错就按 Enter 存。</source>
        <translation>That was the last line. {count} lines are left for later. If all is right, press Enter to save.</translation>
    </message>
    <message>
        <source>没写的按 Enter 跳过；Ctrl+Enter 这一行录完。</source>
        <translation>Enter passes over what is blank; Ctrl+Enter finishes the line.</translation>
    </message>
    <message>
        <source>清空这一行</source>
        <translation>Clear this line</translation>
    </message>
    <message>
        <source>请填走访日期。</source>
        <translation>Please give the day of the visits.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有印过入户表：到“人员”选好人，按 Ctrl+P 印。印好后在这里录。</source>
        <translation>No visit sheet was printed yet: select people on the page People and press Ctrl+P. Then key it in here.</translation>
    </message>
    <message>
        <source>这一行的人或推荐已经删除，不用录了。</source>
        <translation>The person or the referral of this line was deleted; nothing to key in.</translation>
    </message>
    <message>
        <source>这一行还没有录现状或推荐结果：按表上勾的那个数字或字母。</source>
        <translation>This line has no outcome or referral result yet: press the digit or letter that is ticked on the sheet.</translation>
    </message>
    <message>
        <source>这张表都录过了。要改哪一行，打它的行码。</source>
        <translation>All of this sheet was keyed in. To change a line, type its code.</translation>
    </message>
</context>
<context>
    <name>KeyedList</name>
    <message>
        <source>已记：{title} · {result}</source>
        <translation>Recorded: {title} · {result}</translation>
    </message>
</context>
<context>
    <name>KeysOverview</name>
    <message>
        <source>上一条、下一条</source>
        <translation>Previous, next record</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous field</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>两张清单里：推荐</source>
        <translation>On the two lists: introduce</translation>
    </message>
    <message>
        <source>今日和列表</source>
        <translation>Today and lists</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存，再填一条</source>
        <translation>Save and add another</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>删除，可以撤销</source>
        <translation>Delete (undoable)</translation>
    </message>
    <message>
        <source>到哪一页</source>
        <translation>Go to page</translation>
    </message>
    <message>
        <source>办这一条</source>
        <translation>Do this one</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>发布、打印</source>
        <translation>Publish, print</translation>
    </message>
    <message>
        <source>只看一类</source>
        <translation>Show one kind only</translation>
    </message>
    <message>
        <source>合适的岗位、合适的人</source>
        <translation>What fits, who fits</translation>
    </message>
    <message>
        <source>同页的另一类</source>
        <translation>Other kind on the same page</translation>
    </message>
    <message>
        <source>在列表里找</source>
        <translation>Find in the list</translation>
    </message>
    <message>
        <source>填上级发的表、录入户表</source>
        <translation>Fill forms, visit sheets</translation>
    </message>
    <message>
        <source>填表、看一条</source>
        <translation>Forms and records</translation>
    </message>
    <message>
        <source>导入、导出表格</source>
        <translation>Import, export a table</translation>
    </message>
    <message>
        <source>少见的结果</source>
        <translation>Rare results</translation>
    </message>
    <message>
        <source>岗位页：粘贴招聘信息</source>
        <translation>On Vacancies: paste an advertisement</translation>
    </message>
    <message>
        <source>广告有问题、外站岗位</source>
        <translation>Faulty ads, other stations’ vacancies</translation>
    </message>
    <message>
        <source>批量改</source>
        <translation>Change many</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Send the package</translation>
    </message>
    <message>
        <source>按键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>换到旁边一栏</source>
        <translation>Panel beside</translation>
    </message>
    <message>
        <source>接着填草稿</source>
        <translation>Go on with a draft</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改资料</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>新的一条</source>
        <translation>New record</translation>
    </message>
    <message>
        <source>新记录，再按一个字母</source>
        <translation>New record, then a letter</translation>
    </message>
    <message>
        <source>显示号码</source>
        <translation>Show numbers</translation>
    </message>
    <message>
        <source>最近的操作</source>
        <translation>Recent actions</translation>
    </message>
    <message>
        <source>照建议改招聘用语</source>
        <translation>Change the words of an ad as proposed</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>记结果</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>读回执</source>
        <translation>Read receipt</translation>
    </message>
    <message>
        <source>走访里登记岗位</source>
        <translation>Vacancy in a visit</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock screen</translation>
    </message>
    <message>
        <source>随时可用</source>
        <translation>Anywhere</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>{name}，密钥码 {code}</source>
        <translation>{name}, key code {code}</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Office above</translation>
    </message>
    <message>
        <source>以前打印的那张立刻作废。新的只显示一次，请准备好纸笔或打印机。</source>
        <translation>The sheet printed before stops working at once. The new code is shown only once: have pen and paper or a printer ready.</translation>
    </message>
    <message>
        <source>写到哪个 U 盘或文件夹</source>
        <translation>Which stick or folder to write to</translation>
    </message>
    <message>
        <source>写移交包…</source>
        <translation>Write handover package…</translation>
    </message>
    <message>
        <source>去报送 →</source>
        <translation>Go to sending →</translation>
    </message>
    <message>
        <source>在那台电脑上 设置 → 上级与钥匙 里存一份钥匙文件，用 U 盘拿过来。</source>
        <translation>On that computer, save a key file under Settings → Office above and keys and bring it on a USB stick.</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>存钥匙文件（.mzd）…</source>
        <translation>Save key file (.mzd)…</translation>
    </message>
    <message>
        <source>已存钥匙文件</source>
        <translation>Key file saved</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>换新的</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>换新的恢复码…</source>
        <translation>Replace recovery code…</translation>
    </message>
    <message>
        <source>换新的恢复码？</source>
        <translation>Replace the recovery code?</translation>
    </message>
    <message>
        <source>新电脑上选 从旧电脑接手，存一份钥匙文件拿过来。移交之后这台电脑就停用。</source>
        <translation>On the new computer choose &quot;Take over from the old computer&quot;, save a key file and bring it here. After the handover this computer is out of use.</translation>
    </message>
    <message>
        <source>本机密钥码（上级打电话核对时念这个）</source>
        <translation>Key code of this computer (read it out when the office above calls)</translation>
    </message>
    <message>
        <source>本机钥匙</source>
        <translation>Key of this computer</translation>
    </message>
    <message>
        <source>本站的另一台电脑</source>
        <translation>Other computer of this station</translation>
    </message>
    <message>
        <source>没有。有第二台电脑时，两边各认对方一次，就能用 U 盘互相同步。</source>
        <translation>None. With a second computer, let each recognise the other once; then they can be synchronised by USB stick.</translation>
    </message>
    <message>
        <source>移交到新电脑…</source>
        <translation>Hand over to a new computer…</translation>
    </message>
    <message>
        <source>移交包已写好。到新电脑上读它，照本机密钥码核对；这台电脑从现在起只能查看。</source>
        <translation>The handover package is written. Read it on the new computer and compare this computer&apos;s key code; from now on this computer is read-only.</translation>
    </message>
    <message>
        <source>纸丢了，或者给不该看的人看见了，就换一个；旧的立刻作废。</source>
        <translation>If the sheet is lost or was seen by the wrong person, replace the code; the old one stops working at once.</translation>
    </message>
    <message>
        <source>认另一台电脑…</source>
        <translation>Recognise another computer…</translation>
    </message>
    <message>
        <source>认这台电脑</source>
        <translation>Recognise this computer</translation>
    </message>
    <message>
        <source>还没有登记。有了登记文件（.mzk）才能报送。</source>
        <translation>Not registered yet. Reporting needs the enrolment file (.mzk).</translation>
    </message>
</context>
<context>
    <name>LineEntry</name>
    <message>
        <source>创业</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>推荐结果</source>
        <translation>Referral result</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>首字母</source>
        <translation>Initials</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>{day} 推荐过：{result}</source>
        <translation>{day} introduced: {result}</translation>
    </message>
    <message>
        <source>{heading}，先看前 {shown} 个</source>
        <translation>{heading}, the first {shown} shown</translation>
    </message>
    <message>
        <source>{reasons}。不过{but}</source>
        <translation>{reasons}. But: {but}</translation>
    </message>
    <message>
        <source>不过</source>
        <translation>But</translation>
    </message>
    <message>
        <source>只差一样</source>
        <translation>Only one thing missing</translation>
    </message>
    <message>
        <source>合适 {count} 个</source>
        <translation>{count} that fit</translation>
    </message>
    <message>
        <source>因为</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>外站 {station}</source>
        <translation>{station} station</translation>
    </message>
    <message>
        <source>差一点 {count} 个</source>
        <translation>{count} that nearly fit</translation>
    </message>
    <message>
        <source>要问清</source>
        <translation>To be asked</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>ListEnd</name>
    <message>
        <source>没核实的没有了，还有 {count} 个待进一步核实。</source>
        <translation>Nobody is left unverified, but {count} need a closer look.</translation>
    </message>
    <message>
        <source>看待进一步核实的</source>
        <translation>Look at those</translation>
    </message>
    <message>
        <source>记这张清单完成</source>
        <translation>Note the list as done</translation>
    </message>
    <message>
        <source>这张清单核实完了。上级要回表的，按 Ctrl+T 填回；不要的，记完成就行。</source>
        <translation>Everybody on this list is verified. If the workbook is to go back, press Ctrl+T to fill it; if not, just note the list as done.</translation>
    </message>
    <message>
        <source>这里没有人。</source>
        <translation>Nobody is here.</translation>
    </message>
</context>
<context>
    <name>ListedRecords</name>
    <message>
        <source>{days} 天内离榜 {count}</source>
        <translation>Left in {days} days {count}</translation>
    </message>
    <message>
        <source>{days} 天内离榜</source>
        <translation>Left in {days} days</translation>
    </message>
    <message>
        <source>在榜 {count}</source>
        <translation>Listed {count}</translation>
    </message>
    <message>
        <source>在榜</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Introduce</translation>
    </message>
    <message>
        <source>销号…</source>
        <translation>Take off…</translation>
    </message>
</context>
<context>
    <name>ListsView</name>
    <message>
        <source>{left} / {total}</source>
        <translation>{left} / {total}</translation>
    </message>
    <message>
        <source>一条一条核实：没变按一个键，变了当场改，核实完填回原表</source>
        <translation>Line by line: one key if nothing changed, changes typed in place, then back into the workbook</translation>
    </message>
    <message>
        <source>上级发的名单表…</source>
        <translation>List from above…</translation>
    </message>
    <message>
        <source>待进一步核实</source>
        <translation>To look into</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>现在没有要核实的清单。上级发来名单表就按 Ctrl+O；想自己清一遍册子（登记太久的、到龄的、没电话的……）就按 Ins。</source>
        <translation>There is no list to verify now. If a list of names came from above, press Ctrl+O; to go through your own register (too long on the books, of pension age, no phone …), press Ins.</translation>
    </message>
    <message>
        <source>自己列一张…</source>
        <translation>List of our own…</translation>
    </message>
    <message>
        <source>还剩</source>
        <translation>Left</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>已锁屏，没保存的内容还在。</source>
        <translation>Locked. What was not saved is still there.</translation>
    </message>
    <message>
        <source>蒙站</source>
        <translation>Mengzhan</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>移交已收回，可以接着登记</source>
        <translation>The handover was taken back; you can go on here</translation>
    </message>
    <message>
        <source>蒙站 · {station}</source>
        <translation>Mengzhan · {station}</translation>
    </message>
    <message>
        <source>蒙站</source>
        <translation>Mengzhan</translation>
    </message>
</context>
<context>
    <name>MaskedLabel</name>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>隐藏</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>MatchPage</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>{whose}：{history}</source>
        <translation>{whose}: {history}</translation>
    </message>
    <message>
        <source>← 返回  Esc</source>
        <translation>← Back  Esc</translation>
    </message>
    <message>
        <source>以前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>先后怎么排…</source>
        <translation>How they are put in order…</translation>
    </message>
    <message>
        <source>合适的人：{name}</source>
        <translation>Who fits: {name}</translation>
    </message>
    <message>
        <source>合适的岗位：{name}</source>
        <translation>What fits: {name}</translation>
    </message>
    <message>
        <source>回到列表  F6</source>
        <translation>Back to the list  F6</translation>
    </message>
    <message>
        <source>推荐到选中的 {count} 个岗位</source>
        <translation>Introduce to the {count} selected vacancies</translation>
    </message>
    <message>
        <source>推荐这一个</source>
        <translation>Introduce this one</translation>
    </message>
    <message>
        <source>推荐选中的 {count} 人</source>
        <translation>Introduce the {count} selected</translation>
    </message>
    <message>
        <source>本人以前</source>
        <translation>This person before</translation>
    </message>
    <message>
        <source>正在对照人员和岗位</source>
        <translation>Holding people and vacancies against each other</translation>
    </message>
    <message>
        <source>看全部理由  F6</source>
        <translation>All reasons  F6</translation>
    </message>
    <message>
        <source>眼下没有合适的人，也没有只差一样的。登记的人多了，或改了岗位，再来看。</source>
        <translation>Nobody fits at present, or lacks only one thing. Look again when more people are registered or the vacancy has changed.</translation>
    </message>
    <message>
        <source>眼下没有合适的岗位，也没有只差一样的。放宽可去范围、多写几个工种，再来看。</source>
        <translation>No vacancy fits at present, or lacks only one thing. Widen the range or add occupations and look again.</translation>
    </message>
    <message>
        <source>空格选中 · Enter 打开</source>
        <translation>Space selects · Enter opens</translation>
    </message>
    <message>
        <source>这个单位以前</source>
        <translation>This employer before</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>别处</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>Yesterday {time}</translation>
    </message>
    <message>
        <source>本站已离开的人</source>
        <translation>Former operator of this station</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>Enter 看是哪些记录 · F6 到右边，再按回来</source>
        <translation>Enter: see the records · F6: to the right, again: back</translation>
    </message>
    <message>
        <source>Enter 看是哪些记录</source>
        <translation>Enter: see the records</translation>
    </message>
    <message>
        <source>{what}：{kind} {count} 条</source>
        <translation>{what}: {kind} {count}</translation>
    </message>
    <message>
        <source>{words}，另有 {count} 条已彻底删除</source>
        <translation>{words}; erased for good: {count}</translation>
    </message>
    <message>
        <source>← 上季度</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>← 上年</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>← 上月</source>
        <translation>← Back</translation>
    </message>
    <message>
        <source>← 回到各项数  F6</source>
        <translation>← Back to the figures  F6</translation>
    </message>
    <message>
        <source>上季度</source>
        <translation>Quarter before</translation>
    </message>
    <message>
        <source>上年同期</source>
        <translation>A year before</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>下季度 →</source>
        <translation>Next →</translation>
    </message>
    <message>
        <source>下年 →</source>
        <translation>Next →</translation>
    </message>
    <message>
        <source>下月 →</source>
        <translation>Next →</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>分子</source>
        <translation>what is divided</translation>
    </message>
    <message>
        <source>分母</source>
        <translation>divided by</translation>
    </message>
    <message>
        <source>季度</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>已写下说明</source>
        <translation>Explanation written</translation>
    </message>
    <message>
        <source>已结账。接下来按 F9 去报送</source>
        <translation>Closed. Next: F9 to send it</translation>
    </message>
    <message>
        <source>年初以来</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>打印、导出…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>月报 · {period}</source>
        <translation>Report · {period}</translation>
    </message>
    <message>
        <source>月报</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>本季度</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>正在数…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>正在结账…</source>
        <translation>Closing the month…</translation>
    </message>
    <message>
        <source>看着不寻常的</source>
        <translation>What looks unusual</translation>
    </message>
    <message>
        <source>结账、全年  F6</source>
        <translation>Closing, year  F6</translation>
    </message>
</context>
<context>
    <name>NewListDialog</name>
    <message>
        <source>上级发的名单表</source>
        <translation>List from above</translation>
    </message>
    <message>
        <source>开始核实</source>
        <translation>Begin to verify</translation>
    </message>
    <message>
        <source>点了 {named} 个人：登记过的 {known}，本站没有的 {strangers}。</source>
        <translation>It names {named} people: {known} registered here, {strangers} not.</translation>
    </message>
</context>
<context>
    <name>NewRecordDialog</name>
    <message>
        <source>Esc 返回</source>
        <translation>Esc: back</translation>
    </message>
    <message>
        <source>L  录入户表</source>
        <translation>L  Key in visit sheet</translation>
    </message>
    <message>
        <source>V  粘贴招聘信息</source>
        <translation>V  Paste an ad</translation>
    </message>
    <message>
        <source>V  粘贴招聘信息（剪贴板里有一条）</source>
        <translation>V  Paste the advertisement in the clipboard</translation>
    </message>
    <message>
        <source>新记录</source>
        <translation>New record</translation>
    </message>
    <message>
        <source>新记录：按字母选</source>
        <translation>New record: press a letter</translation>
    </message>
</context>
<context>
    <name>NewRow</name>
    <message>
        <source>Ctrl+N，再按 {key}</source>
        <translation>Ctrl+N, then {key}</translation>
    </message>
    <message>
        <source>新记录</source>
        <translation>New record</translation>
    </message>
</context>
<context>
    <name>NewSecret</name>
    <message>
        <source>PIN：6 位以上数字，不要用生日和电话</source>
        <translation>PIN: at least 6 digits, not a birthday or phone number</translation>
    </message>
    <message>
        <source>两次输入的不一样，请再输一遍。</source>
        <translation>The two entries differ. Type it again.</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>密码：8 个字符以上，不能全是数字</source>
        <translation>Password: at least 8 characters, not digits only</translation>
    </message>
    <message>
        <source>这台电脑存不住钥匙，只用数字容易被试出来，所以要用密码。</source>
        <translation>This computer cannot keep a key of its own and digits alone could be guessed, so a password is needed.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>上次有 {count} 份没存完的草稿，最近一份是{kind}。</source>
        <translation>Unsaved drafts from last time: {count}. The latest: {kind}.</translation>
    </message>
    <message>
        <source>上次没有正常关闭（断电或死机）。已检查过，数据完好。</source>
        <translation>Mengzhan was not closed properly last time (power cut or crash). The data were checked and are intact.</translation>
    </message>
    <message>
        <source>不对，我去改</source>
        <translation>No, I will correct it</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>入户表</source>
        <translation>visit sheet</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>去看看</source>
        <translation>Have a look</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>备份没有做成：{why}</source>
        <translation>The backup failed: {why}</translation>
    </message>
    <message>
        <source>已检查</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>已移交</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>已调好</source>
        <translation>It is set right</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>新电脑没有收到，继续在这台电脑上使用</source>
        <translation>The new computer did not get it: go on using this one</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>是，日期没错</source>
        <translation>Yes, the date is right</translation>
    </message>
    <message>
        <source>有 {count} 处两边填得不一样，要人看一眼定下来。</source>
        <translation>Conflicts to look at and settle: {count}.</translation>
    </message>
    <message>
        <source>本站已于 {day} 移交到新电脑。这台电脑只能查看，不能登记、报送。请到新电脑上办。</source>
        <translation>This station was handed over to a new computer on {day}. This computer is read-only: no entries, no reports. Please use the new computer.</translation>
    </message>
    <message>
        <source>电脑日期是 {day}，离上一条记录超过一天。今天是这一天吗？</source>
        <translation>The computer’s date is {day}, more than a day away from the last record. Is that today?</translation>
    </message>
    <message>
        <source>电脑时间比最后一条记录（{day}）还早。可以接着登记，但请先把电脑日期时间调准。</source>
        <translation>The computer’s clock is behind the last record ({day}). You can go on, but please set date and time right first.</translation>
    </message>
    <message>
        <source>程序里还没有 {year} 年的放假安排，工作日先按周一到周五算。</source>
        <translation>The public holidays of {year} are not in the program yet; Monday to Friday count as working days for now.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>这份数据是恢复或拷贝来的，已换成新的副本，可以放心接着用。缺的记录会随上级的下一份回执补回来。</source>
        <translation>These data were restored or copied and are now a new copy; you can safely go on. Missing records come back with the next receipt from the office above.</translation>
    </message>
</context>
<context>
    <name>OfficePageTable</name>
    <message>
        <source>本机</source>
        <translation>This computer</translation>
    </message>
</context>
<context>
    <name>OperatorAccess</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>忘了 PIN，用恢复码</source>
        <translation>Forgot the PIN: use the recovery code</translation>
    </message>
    <message>
        <source>忘了密码，用恢复码</source>
        <translation>Password forgotten? Use the recovery code</translation>
    </message>
    <message>
        <source>打开  Enter</source>
        <translation>Open  Enter</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>OperatorDialog</name>
    <message>
        <source>加上  Enter</source>
        <translation>Add  Enter</translation>
    </message>
    <message>
        <source>加操作员</source>
        <translation>Add operator</translation>
    </message>
</context>
<context>
    <name>OperatorStep</name>
    <message>
        <source>2 / 3  谁在用</source>
        <translation>2 / 3  Who is using it</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>下一步  Enter</source>
        <translation>Next  Enter</translation>
    </message>
    <message>
        <source>以后可以在 设置 里再加人。</source>
        <translation> More people can be added later in Settings.</translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>正在建立加密的数据库…</source>
        <translation>Creating the encrypted database…</translation>
    </message>
    <message>
        <source>每条记录都会写明是谁登记的。</source>
        <translation>Each record says who entered it.</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
</context>
<context>
    <name>OperatorsSection</name>
    <message>
        <source>{name}（正在用）</source>
        <translation>{name} (in use)</translation>
    </message>
    <message>
        <source>之后这个人打不开数据。以前登记的记录不变。</source>
        <translation>After that, this person no longer opens the data. Records entered before stay as they are.</translation>
    </message>
    <message>
        <source>加操作员…</source>
        <translation>Add operator…</translation>
    </message>
    <message>
        <source>已加操作员：{name}</source>
        <translation>Operator added: {name}</translation>
    </message>
    <message>
        <source>已换：{name}</source>
        <translation>Changed: {name}</translation>
    </message>
    <message>
        <source>已离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>换 PIN</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>每条记录都写明是谁登记的。人走了就移除：打不开数据了，名字还留在记录里。</source>
        <translation>Each record says who entered it. Remove people who leave: they can no longer open the data, and their names stay in the records.</translation>
    </message>
    <message>
        <source>移除 {name}？</source>
        <translation>Remove {name}?</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>OutgoingDialog</name>
    <message>
        <source>加印蒙古文</source>
        <translation>Add Mongolian</translation>
    </message>
    <message>
        <source>图片已复制，到微信里粘贴。</source>
        <translation>Picture copied; paste it into WeChat.</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>存 Excel…</source>
        <translation>Save Excel…</translation>
    </message>
    <message>
        <source>存 PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>存 Word…</source>
        <translation>Save Word…</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
    <message>
        <source>存图片…</source>
        <translation>Save picture…</translation>
    </message>
    <message>
        <source>已存 {count} 个文件：{path}</source>
        <translation>Files saved: {count}. {path}</translation>
    </message>
    <message>
        <source>已送到打印机。</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>文字已复制，到要用的地方粘贴。</source>
        <translation>Text copied; paste it where it is needed.</translation>
    </message>
    <message>
        <source>正在写…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Laying out…</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>上报</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>人</source>
        <translation>Pe</translation>
    </message>
    <message>
        <source>今</source>
        <translation>To</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>介</source>
        <translation>Jo</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>单</source>
        <translation>Em</translation>
    </message>
    <message>
        <source>岗</source>
        <translation>Va</translation>
    </message>
    <message>
        <source>报</source>
        <translation>Re</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>推荐记录</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>月报</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>有人没活干</source>
        <translation>People without work</translation>
    </message>
    <message>
        <source>有活没人干</source>
        <translation>Work without people</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>核</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>核实记录</source>
        <translation>Verifications</translation>
    </message>
    <message>
        <source>清单核实</source>
        <translation>Lists to verify</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>训</source>
        <translation>Tr</translation>
    </message>
    <message>
        <source>设</source>
        <translation>Se</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>访</source>
        <translation>Fo</translation>
    </message>
    <message>
        <source>走</source>
        <translation>Vi</translation>
    </message>
    <message>
        <source>走访企业</source>
        <translation>Employer visits</translation>
    </message>
</context>
<context>
    <name>PaperDoor</name>
    <message>
        <source>入户表…</source>
        <translation>Visit sheet…</translation>
    </message>
    <message>
        <source>发布…</source>
        <translation>Publish…</translation>
    </message>
    <message>
        <source>宣传单…</source>
        <translation>Leaflet…</translation>
    </message>
    <message>
        <source>推荐信…</source>
        <translation>Letter…</translation>
    </message>
</context>
<context>
    <name>PaperSources</name>
    <message>
        <source>A4，贴在墙上</source>
        <translation>A4, for the wall</translation>
    </message>
    <message>
        <source>A5，发到手里</source>
        <translation>A5, to hand out</translation>
    </message>
    <message>
        <source>一次最多 {most} 条，还有 {left} 条没有排进来。请先按村、按组筛选，分几次印。</source>
        <translation>At most {most} at a time; {left} more were left out. Filter by village or group first and print in several goes.</translation>
    </message>
    <message>
        <source>入户表：{count} 人</source>
        <translation>Visit sheet: {count} people</translation>
    </message>
    <message>
        <source>典型案例</source>
        <translation>Typical case</translation>
    </message>
    <message>
        <source>发布 {count} 个岗位</source>
        <translation>Publish vacancies: {count}</translation>
    </message>
    <message>
        <source>岗位册（A5）</source>
        <translation>Booklet (A5)</translation>
    </message>
    <message>
        <source>岗位卡（一张八个）</source>
        <translation>Cards (eight a sheet)</translation>
    </message>
    <message>
        <source>按村、组排好，每行有行码</source>
        <translation>By village and group, a code on each line</translation>
    </message>
    <message>
        <source>推荐信 {count} 份</source>
        <translation>Letters of introduction: {count}</translation>
    </message>
    <message>
        <source>推荐信和回执</source>
        <translation>Letter with slip</translation>
    </message>
    <message>
        <source>政策宣传单 {count} 张</source>
        <translation>Policy leaflets: {count}</translation>
    </message>
    <message>
        <source>文字（微信群）</source>
        <translation>Text (WeChat)</translation>
    </message>
    <message>
        <source>海报（A4，大字）</source>
        <translation>Poster (A4, large)</translation>
    </message>
    <message>
        <source>长图（微信）</source>
        <translation>Long picture (WeChat)</translation>
    </message>
</context>
<context>
    <name>PartsPanel</name>
    <message>
        <source>{label}：{meaning}</source>
        <translation>{label}: {meaning}</translation>
    </message>
    <message>
        <source>{year}年各月；深色的是这个月。</source>
        <translation>Months of {year}; this month is dark.</translation>
    </message>
    <message>
        <source>全年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>分地点</source>
        <translation>By place</translation>
    </message>
    <message>
        <source>分群体</source>
        <translation>By group</translation>
    </message>
    <message>
        <source>哪里、哪些人</source>
        <translation>Where, who</translation>
    </message>
    <message>
        <source>多少</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>政策方向</source>
        <translation>Directions</translation>
    </message>
    <message>
        <source>数的不是人，不分群体。</source>
        <translation> It does not count people, so there are no groups.</translation>
    </message>
    <message>
        <source>现在一条也没有，没什么可分的。</source>
        <translation> There is nothing yet to take apart.</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>把微信里的招聘信息复制过来，粘贴在下面。</source>
        <translation>Copy an advertisement from WeChat and paste it below.</translation>
    </message>
    <message>
        <source>招聘信息原文</source>
        <translation>The message</translation>
    </message>
    <message>
        <source>有底色的字填进了这个岗位；原文会存在备注里。</source>
        <translation>Tinted words were filled into this vacancy; the whole message is kept in the note.</translation>
    </message>
    <message>
        <source>粘贴招聘信息</source>
        <translation>Paste an ad</translation>
    </message>
    <message>
        <source>读出岗位</source>
        <translation>Read it</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这段文字里没有读出岗位。补上岗位名（如“招服务员2名”）再读，或者返回手工登记。</source>
        <translation>No vacancy was found in this text. Add the name of the job (such as 招服务员2名) and read again, or go back and fill in the form.</translation>
    </message>
</context>
<context>
    <name>PastedForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存，看下一个</source>
        <translation>Save, show the next</translation>
    </message>
    <message>
        <source>原文没有写单位，请选一家，或 Ctrl+J 新登记。</source>
        <translation>The message names no employer: pick one, or Ctrl+J for a new one.</translation>
    </message>
    <message>
        <source>原文没有写，请问清再填。</source>
        <translation>The message does not say; please ask.</translation>
    </message>
    <message>
        <source>原文没有写，这是单位的地址，请核对。</source>
        <translation>The message does not say; this is the employer&apos;s address, please check.</translation>
    </message>
    <message>
        <source>名称相近，请核对 · 原文：{words}</source>
        <translation>A name much alike, please check · in the message: {words}</translation>
    </message>
    <message>
        <source>按电话认出的，请核对。</source>
        <translation>Found by the telephone number, please check.</translation>
    </message>
    <message>
        <source>登记岗位 {number} / {total}</source>
        <translation>New vacancy {number} / {total}</translation>
    </message>
    <message>
        <source>登记岗位</source>
        <translation>New vacancy</translation>
    </message>
    <message>
        <source>登记簿里没有“{name}”，Ctrl+J 一起登记。</source>
        <translation>&quot;{name}&quot; is not in the register; Ctrl+J adds it along.</translation>
    </message>
    <message>
        <source>请核对 {count} 处</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>请核对 · 原文：{words}</source>
        <translation>Please check · in the message: {words}</translation>
    </message>
    <message>
        <source>跳过这一个</source>
        <translation>Skip this one</translation>
    </message>
</context>
<context>
    <name>PathWords</name>
    <message>
        <source>不导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>不导入（年龄由证件号算）</source>
        <translation>Not imported (age follows from the ID)</translation>
    </message>
    <message>
        <source>不导入（序号）</source>
        <translation>Not imported (row number)</translation>
    </message>
    <message>
        <source>不导入（没有日期）</source>
        <translation>Not imported (no date)</translation>
    </message>
    <message>
        <source>不导入（蒙站自己的栏）</source>
        <translation>not imported (a column of mengzhan itself)</translation>
    </message>
</context>
<context>
    <name>PeerDialog</name>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>另一台电脑</source>
        <translation>Another computer</translation>
    </message>
    <message>
        <source>密钥码不一样，请照那台电脑的屏幕再核对一遍。</source>
        <translation>The key code differs. Compare it with the screen of that computer again.</translation>
    </message>
    <message>
        <source>请先选钥匙文件。</source>
        <translation>Choose the key file first.</translation>
    </message>
    <message>
        <source>这不是钥匙文件。请在那台电脑上 设置 → 上级与钥匙 里重新存一份。</source>
        <translation>This is not a key file. Save one again on that computer under Settings → Office above and keys.</translation>
    </message>
    <message>
        <source>选钥匙文件</source>
        <translation>Choose key file</translation>
    </message>
    <message>
        <source>选钥匙文件（.mzd）…</source>
        <translation>Choose key file (.mzd)…</translation>
    </message>
    <message>
        <source>那台电脑屏幕上的 20 位密钥码</source>
        <translation>The 20-digit key code on the screen of that computer</translation>
    </message>
    <message>
        <source>钥匙文件 (*.mzd)</source>
        <translation>Key file (*.mzd)</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>现在没有人等着找活：登记了要求就业、又没有推荐在途的人，会出现在这里。</source>
        <translation>Nobody is waiting for work now. Whoever wants work and has no introduction under way appears here.</translation>
    </message>
    <message>
        <source>还没有人离开清单。推荐、回访有了结果，就到这里，写明去向。</source>
        <translation>Nobody has left the list yet. Once a referral or follow-up has a result, they come here with where they went.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>{age} 岁</source>
        <translation>aged {age}</translation>
    </message>
    <message>
        <source>□ {label}</source>
        <translation>□ {label}</translation>
    </message>
    <message>
        <source>✓ {label}</source>
        <translation>✓ {label}</translation>
    </message>
    <message>
        <source>找岗位</source>
        <translation>Find work</translation>
    </message>
    <message>
        <source>有两处不同</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>毕业生 1131</source>
        <translation>Graduate 1131</translation>
    </message>
    <message>
        <source>毕业生 1131：{done}/{all}</source>
        <translation>Graduate 1131: {done}/{all}</translation>
    </message>
    <message>
        <source>登记失业</source>
        <translation>Registered unemployed</translation>
    </message>
    <message>
        <source>该办</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>需蒙古语</source>
        <translation>Mongolian needed</translation>
    </message>
</context>
<context>
    <name>PickRecord</name>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>并到另一条</source>
        <translation>Merge into another</translation>
    </message>
    <message>
        <source>把 {title} 并到另一条</source>
        <translation>Merge {title} into another record</translation>
    </message>
    <message>
        <source>选留下的那一条。列表和统计以后只算它；这一条的回访、推荐都跟过去。可以撤销。</source>
        <translation>Choose the record to keep. From then on only that one counts in lists and figures; the follow-ups and referrals of this one move to it. It can be undone.</translation>
    </message>
</context>
<context>
    <name>PickStation</name>
    <message>
        <source>把 {title} 移交别的站</source>
        <translation>Hand {title} over to another station</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>移交别的站</source>
        <translation>Transfer to another station</translation>
    </message>
    <message>
        <source>选接手的嘎查村或社区。下次报送后，对方从上级的回执里收到这条；本站做过的服务仍算本站。可以撤销。</source>
        <translation>Choose the gacha, village or community that takes over. After your next report it gets this record with the receipt from the office above; services done here still count for this station. It can be undone.</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>名称或拼音首字母</source>
        <translation>name or pinyin initials</translation>
    </message>
    <message>
        <source>姓名、拼音首字母或号码尾数</source>
        <translation>name, pinyin initials or end of a number</translation>
    </message>
    <message>
        <source>打几个字，或拼音首字母</source>
        <translation>type a few characters, or pinyin initials</translation>
    </message>
    <message>
        <source>新建“{text}”…</source>
        <translation>New &quot;{text}&quot;…</translation>
    </message>
    <message>
        <source>新建…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>点开选，或打拼音首字母</source>
        <translation>click to choose, or pinyin initials</translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>图片 (*.jpg *.jpeg *.png *.bmp *.webp)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.bmp *.webp)</translation>
    </message>
    <message>
        <source>添加照片</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>添加照片…  空格</source>
        <translation>Add photo…  Space</translation>
    </message>
    <message>
        <source>照片未到</source>
        <translation>Photo not here yet</translation>
    </message>
</context>
<context>
    <name>PlacePicker</name>
    <message>
        <source>↑↓ 选，Enter 进下一级或选定，← 回上一级，Ctrl+Enter 就选这一级（苏木乡镇站）</source>
        <translation>↑↓ move, Enter opens the next level or chooses, ← goes up a level, Ctrl+Enter chooses this level (station of a sumu or township)</translation>
    </message>
    <message>
        <source>在：{place}</source>
        <translation>In: {place}</translation>
    </message>
    <message>
        <source>拼音首字母或名称，如 bygc、乌兰毛都；也可直接往下选</source>
        <translation>Pinyin initials or name, such as bygc or 乌兰毛都; or just choose below</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>第 {row} 行 {letters} 列</source>
        <translation>Row {row}, column {letters}</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>Row {row}</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>{station} 第 {number} 包</source>
        <translation>{station}, package no. {number}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>可以收</source>
        <translation>Ready to accept</translation>
    </message>
    <message>
        <source>把收到的 .mzp 文件或整个文件夹拖到这里。</source>
        <translation>Drag the .mzp files received, or a whole folder, here.</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>读不出这个文件</source>
        <translation>This file cannot be read</translation>
    </message>
    <message>
        <source>这次的包</source>
        <translation>Packages this time</translation>
    </message>
</context>
<context>
    <name>PolicyDetails</name>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>只是提示，不是认定；口径以旗县就业服务机构为准。</source>
        <translation>Hints, not decisions; the employment service of the banner has the last word.</translation>
    </message>
    <message>
        <source>因为</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>在哪办</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>（没有核对过原文）</source>
        <translation> (not checked against the official text)</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{name} 可能适合的政策</source>
        <translation>Policies {name} may have</translation>
    </message>
    <message>
        <source>{words}（{count} 项）</source>
        <translation>{words} ({count})</translation>
    </message>
    <message>
        <source>不差</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>从登记的内容看不出适合的政策。资料填全一些再看。</source>
        <translation>Nothing fits what has been registered. Fill in more and look again.</translation>
    </message>
    <message>
        <source>告知过</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>政策</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>空格勾选已经告知的，再记下来。</source>
        <translation>Space ticks what was told; then note it.</translation>
    </message>
    <message>
        <source>记到回访</source>
        <translation>Note in a follow-up</translation>
    </message>
    <message>
        <source>记到走访</source>
        <translation>Note in a visit</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>Missing</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第 {number} 页，共 {count} 页</source>
        <translation>Page {number} of {count}</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>{header} 写的是“{text}”</source>
        <translation>{header} says &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>{who}：{header} 写的是“{text}”</source>
        <translation>{who}: {header} says &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>同类 {count} 处都留空</source>
        <translation>Leave all {count} of this sort empty</translation>
    </message>
    <message>
        <source>同类 {count} 行都跳过</source>
        <translation>Skip all {count} rows of this sort</translation>
    </message>
    <message>
        <source>恢复原样</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>改成  Enter</source>
        <translation>Change to  Enter</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>跳过这一行</source>
        <translation>Skip this row</translation>
    </message>
</context>
<context>
    <name>ProblemsStep</name>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>已修正 {count}</source>
        <translation>Put right {count}</translation>
    </message>
    <message>
        <source>提醒 {count}</source>
        <translation>Warnings {count}</translation>
    </message>
    <message>
        <source>改为 {text}</source>
        <translation>Changed to {text}</translation>
    </message>
    <message>
        <source>栏名</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>没有要改的。</source>
        <translation>Nothing to change.</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>表里写的</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>要改 {count}</source>
        <translation>To change {count}</translation>
    </message>
    <message>
        <source>跳过这一行</source>
        <translation>Skip this row</translation>
    </message>
</context>
<context>
    <name>PutOffDialog</name>
    <message>
        <source>0  别的日子，例如 12-5 或 2026-12-05，回车</source>
        <translation>0  Another day, such as 12-5 or 2026-12-05, then Enter</translation>
    </message>
    <message>
        <source>一 二 三 四 五 六 日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>一个月后 {day}</source>
        <translation>In a month {day}</translation>
    </message>
    <message>
        <source>一周后 {day}</source>
        <translation>In a week {day}</translation>
    </message>
    <message>
        <source>三天后 {day}</source>
        <translation>In three days {day}</translation>
    </message>
    <message>
        <source>下个工作日 {day}</source>
        <translation>Next working day {day}</translation>
    </message>
    <message>
        <source>两周后 {day}</source>
        <translation>In two weeks {day}</translation>
    </message>
    <message>
        <source>为什么？按数字键</source>
        <translation>Why? Press a digit</translation>
    </message>
    <message>
        <source>往后放</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>往后放：{title}</source>
        <translation>Put off: {title}</translation>
    </message>
    <message>
        <source>推后到 {day}（星期{weekday}）</source>
        <translation>Put off until {day} ({weekday})</translation>
    </message>
    <message>
        <source>推后到 {day}：{title}</source>
        <translation>Put off until {day}: {title}</translation>
    </message>
    <message>
        <source>推后到哪天？按数字键，或按 0 写日期</source>
        <translation>Until when? Press a digit, or 0 to write a day</translation>
    </message>
    <message>
        <source>请写今天以后的日子，例如 12-5。</source>
        <translation>Please write a day to come, such as 12-5.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>{reason} 建议 {value}</source>
        <translation>{reason} Suggested: {value}</translation>
    </message>
    <message>
        <source>{title} · {field}</source>
        <translation>{title} · {field}</translation>
    </message>
    <message>
        <source>上级的回执</source>
        <translation>Receipts from the office above</translation>
    </message>
    <message>
        <source>别处</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>别处已登记 {count} 条</source>
        <translation>Held elsewhere: {count}</translation>
    </message>
    <message>
        <source>已接收 {accepted} 条。</source>
        <translation>Accepted: {accepted}.</translation>
    </message>
    <message>
        <source>第 {number} 号回执</source>
        <translation>Receipt no. {number}</translation>
    </message>
    <message>
        <source>请改 {count} 处 · Enter 去改</source>
        <translation>Please fix: {count} · Enter opens it</translation>
    </message>
    <message>
        <source>请改</source>
        <translation>Please fix</translation>
    </message>
    <message>
        <source>还没有回执。上级收下后会给一份回执文件，从 U 盘或邮件读进来，或者拖到这里。</source>
        <translation>No receipts yet. After accepting, the office above gives you a receipt file: read it from a stick or e-mail, or drag it here.</translation>
    </message>
</context>
<context>
    <name>RecentDialog</name>
    <message>
        <source>{what}  {count} 条</source>
        <translation>{what}  {count} records</translation>
    </message>
    <message>
        <source>{when}   {who}   {what}</source>
        <translation>{when}   {who}   {what}</translation>
    </message>
    <message>
        <source>会改回 {count} 条记录。</source>
        <translation>Records to be changed back: {count}.</translation>
    </message>
    <message>
        <source>会改回 {count} 条；有 {left} 处后来又动过，会先问您。</source>
        <translation>Records to be changed back: {count}. Changed again later: {left}; you will be asked first.</translation>
    </message>
    <message>
        <source>会整批改回；后来又动过的，会先问您。</source>
        <translation>Everything will be set back; what was changed since is asked about first.</translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>已撤销   {what}</source>
        <translation>Undone   {what}</translation>
    </message>
    <message>
        <source>撤销这一步  Enter</source>
        <translation>Undo this step  Enter</translation>
    </message>
    <message>
        <source>最近的操作</source>
        <translation>Recent actions</translation>
    </message>
    <message>
        <source>还没有可以撤销的操作。</source>
        <translation>No actions to undo yet.</translation>
    </message>
    <message>
        <source>这一步已经撤销，或后来都改过了。</source>
        <translation>This step was undone already, or all of it was changed later.</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Enter 下一项，Shift+Enter 上一项</source>
        <translation>Enter: next field, Shift+Enter: previous field</translation>
    </message>
    <message>
        <source>{label}没有改动</source>
        <translation>Nothing changed: {label}</translation>
    </message>
    <message>
        <source>丢掉</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>可能重复</source>
        <translation>Possible duplicate</translation>
    </message>
    <message>
        <source>合适的人</source>
        <translation>Who fits</translation>
    </message>
    <message>
        <source>已保存：{title}</source>
        <translation>Saved: {title}</translation>
    </message>
    <message>
        <source>已并成一条</source>
        <translation>Merged into one</translation>
    </message>
    <message>
        <source>接着填  Ctrl+D</source>
        <translation>Go on  Ctrl+D</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hints</translation>
    </message>
    <message>
        <source>更多 ▾</source>
        <translation>More ▾</translation>
    </message>
    <message>
        <source>有一份没存完的草稿（{when}）。</source>
        <translation>There is an unsaved draft ({when}).</translation>
    </message>
    <message>
        <source>登记{label}</source>
        <translation>New {label}</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Enter 打开 · 空格选中 · F6 换到这边</source>
        <translation>Enter: open · Space: select · F6: come here</translation>
    </message>
    <message>
        <source>Enter 打开</source>
        <translation>Enter: open</translation>
    </message>
    <message>
        <source>全部显示</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>删除（可以撤销）</source>
        <translation>Delete (can be undone)</translation>
    </message>
    <message>
        <source>合适的人  Ctrl+M</source>
        <translation>Who fits  Ctrl+M</translation>
    </message>
    <message>
        <source>合适的岗位  Ctrl+M</source>
        <translation>What fits  Ctrl+M</translation>
    </message>
    <message>
        <source>回到列表  F6</source>
        <translation>Back to the list  F6</translation>
    </message>
    <message>
        <source>填上级发的空白表</source>
        <translation>Fill a blank form from your superior</translation>
    </message>
    <message>
        <source>填表…</source>
        <translation>Fill form…</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>已删除 {count} 条</source>
        <translation>Deleted: {count}</translation>
    </message>
    <message>
        <source>已改 {count} 条</source>
        <translation>Changed: {count}</translation>
    </message>
    <message>
        <source>批量改</source>
        <translation>Bulk change</translation>
    </message>
    <message>
        <source>没有符合条件的{label}。</source>
        <translation>Nothing matches: {label}.</translation>
    </message>
    <message>
        <source>登记{label}</source>
        <translation>New {label}</translation>
    </message>
    <message>
        <source>看详情  F6</source>
        <translation>Show details  F6</translation>
    </message>
    <message>
        <source>还没有{label}，先登记第一条。</source>
        <translation>Nothing here yet: {label}. Add the first one.</translation>
    </message>
    <message>
        <source>还没有人员。先登记来站的第一位：证件号填好，性别、年龄自动带出。</source>
        <translation>No people yet. Register the first visitor: fill in the ID number, and sex and age follow.</translation>
    </message>
    <message>
        <source>还没有单位。先登记一家，走访和岗位都从单位开始。</source>
        <translation>No employers yet. Register one first: visits and vacancies start from an employer.</translation>
    </message>
    <message>
        <source>还没有回访。从“今日”里选一位打电话，按数字键就记下结果。</source>
        <translation>No follow-ups yet. Choose somebody under &quot;Today&quot;, call, and press a number key to record the result.</translation>
    </message>
    <message>
        <source>还没有岗位。接到用工电话就登记一条；走访时发现的，在走访里一起登记。</source>
        <translation>No vacancies yet. Add one when an employer calls; those found on a visit are added with the visit.</translation>
    </message>
    <message>
        <source>还没有走访。走访回来记一条：用工意向、培训需求、政策推送一次填完。</source>
        <translation>No visits yet. Log one when you come back: hiring plans, training needs and policies handed out, all in one form.</translation>
    </message>
    <message>
        <source>这一条</source>
        <translation>This record</translation>
    </message>
    <message>
        <source>这是别的站登记的，修改的经过在那边。</source>
        <translation>Another station registered this; its history is kept there.</translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>典型案例…</source>
        <translation>Typical case…</translation>
    </message>
    <message>
        <source>删除（可以撤销）</source>
        <translation>Delete (can be undone)</translation>
    </message>
    <message>
        <source>历史…</source>
        <translation>History…</translation>
    </message>
    <message>
        <source>已删除一条</source>
        <translation>Record deleted</translation>
    </message>
    <message>
        <source>已并成一条</source>
        <translation>Merged into one</translation>
    </message>
    <message>
        <source>已彻底删除</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>已移交，对方从上级的回执里收到</source>
        <translation>Transferred; the other station gets it with the receipt from the office above</translation>
    </message>
    <message>
        <source>并到另一条…</source>
        <translation>Merge into another…</translation>
    </message>
    <message>
        <source>彻底删除…</source>
        <translation>Erase…</translation>
    </message>
    <message>
        <source>移交别的站…</source>
        <translation>Transfer to another station…</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>（已不在）</source>
        <translation>(gone)</translation>
    </message>
</context>
<context>
    <name>RecordSearch</name>
    <message>
        <source>{station}的{kind}</source>
        <translation>{station}: {kind}</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>共 {count} 条</source>
        <translation>Total: {count}</translation>
    </message>
    <message>
        <source>取消选择</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>已选 {count} 条</source>
        <translation>Selected: {count}</translation>
    </message>
    <message>
        <source>选列…</source>
        <translation>Columns…</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>录入户表</source>
        <translation>Key in visit sheet</translation>
    </message>
    <message>
        <source>粘贴招聘信息</source>
        <translation>Paste an ad</translation>
    </message>
    <message>
        <source>这条记录已经不在了。</source>
        <translation>This record is gone.</translation>
    </message>
    <message>
        <source>这次导入的 {count} 条</source>
        <translation>The {count} of this import</translation>
    </message>
</context>
<context>
    <name>RecordsPanel</name>
    <message>
        <source>全部{label} {count} 条</source>
        <translation>All {label}: {count}</translation>
    </message>
    <message>
        <source>列表里筛出的 {count} 条</source>
        <translation>The {count} that the list shows</translation>
    </message>
    <message>
        <source>填谁  F6</source>
        <translation>Whom  F6</translation>
    </message>
    <message>
        <source>当前这一条：{title}</source>
        <translation>The current one: {title}</translation>
    </message>
    <message>
        <source>没有记录可填，只填表头表尾。</source>
        <translation>There are no records to fill in; only the places above and below are filled.</translation>
    </message>
    <message>
        <source>没有记录要填。</source>
        <translation>It asks for no records.</translation>
    </message>
    <message>
        <source>第 {row} 行 {name}：{why}，不填</source>
        <translation>Row {row} {name}: {why}; not filled</translation>
    </message>
    <message>
        <source>统计表，按登记册里的 {count} 条数人数。</source>
        <translation>A table of counts, from the {count} records of the register.</translation>
    </message>
    <message>
        <source>表头写着“{owner}”，只填它的 {count} 条。</source>
        <translation>It is headed &quot;{owner}&quot;: only the {count} records of that employer go in.</translation>
    </message>
    <message>
        <source>表里 {rows} 空行，够用。</source>
        <translation>{rows} empty rows are enough.</translation>
    </message>
    <message>
        <source>表里 {rows} 空行，照原样加 {more} 行。</source>
        <translation>{rows} empty rows; {more} like them will be added.</translation>
    </message>
    <message>
        <source>表里没有空行可填。</source>
        <translation>It has no empty rows.</translation>
    </message>
    <message>
        <source>表里点了 {named} 条的名，找到 {found} 条。</source>
        <translation>The form names {named}; {found} were found.</translation>
    </message>
    <message>
        <source>还有 {count} 行</source>
        <translation>{count} more rows</translation>
    </message>
    <message>
        <source>这张表一次只填一条。先回列表，停在要填的那一条上，再来填。</source>
        <translation>This form takes one record. Go back to the list, stop at the one wanted, and come again.</translation>
    </message>
    <message>
        <source>选中的 {count} 条</source>
        <translation>The {count} selected</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>恢复码</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>恢复码在打印的那张纸上，七组，每组五个字。大小写和横线都不要紧。</source>
        <translation>The recovery code is on the printed sheet: seven groups of five characters. Capitals and hyphens do not matter.</translation>
    </message>
    <message>
        <source>打开并重设  Enter</source>
        <translation>Open and set anew  Enter</translation>
    </message>
    <message>
        <source>用恢复码打开</source>
        <translation>Open with the recovery code</translation>
    </message>
    <message>
        <source>给谁重设</source>
        <translation>For whom it is set anew</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>RecoveryCode</name>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>已存到 {path}。有这个文件的人就能打开全部数据：打印后请马上删掉。</source>
        <translation>Saved to {path}. Whoever has this file can open all the data: delete it right after printing.</translation>
    </message>
    <message>
        <source>已送到打印机。看到纸了再打勾。</source>
        <translation>Sent to the printer. Tick the box once you see the sheet.</translation>
    </message>
    <message>
        <source>忘了 PIN 或密码、换了电脑，只有它能打开数据。请抄在纸上或打印，锁进抽屉。只显示这一次。</source>
        <translation>If the PIN or password is forgotten or the computer replaced, only this code opens the data. Copy it by hand or print it and lock it in a drawer. It is shown only this once.</translation>
    </message>
    <message>
        <source>恢复码.pdf</source>
        <translation>recovery-code.pdf</translation>
    </message>
    <message>
        <source>我已抄下或打印（空格勾选）</source>
        <translation>I have written it down or printed it (Space to tick)</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>完成  Enter</source>
        <translation>Done  Enter</translation>
    </message>
    <message>
        <source>新的恢复码</source>
        <translation>New recovery code</translation>
    </message>
</context>
<context>
    <name>RecoveryPrint</name>
    <message>
        <source>忘了密码时用它打开数据。请打印后锁进抽屉，不要拍照、不要外传。</source>
        <translation>It opens the data if you forget your password. Print it and lock it in a drawer; do not photograph it or pass it on.</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>有它的人就能打开本站的全部数据；丢了请在 设置 里换一个。</source>
        <translation>Whoever has it can open all data of this station; if it is lost, replace it in Settings.</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>蒙站 恢复码</source>
        <translation>Mengzhan recovery code</translation>
    </message>
</context>
<context>
    <name>RemarkGroups</name>
    <message>
        <source>什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>多少处</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>栏名</source>
        <translation>Header</translation>
    </message>
</context>
<context>
    <name>RemarkLines</name>
    <message>
        <source>{count} 行：{rows}</source>
        <translation>{count} rows: {rows}</translation>
    </message>
    <message>
        <source>原话记进备注。{hint}</source>
        <translation>Kept in the note as it stands. {hint}</translation>
    </message>
    <message>
        <source>怎么办的</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>表里写的</source>
        <translation>In the file</translation>
    </message>
</context>
<context>
    <name>RepeatsStep</name>
    <message>
        <source>不是，新增</source>
        <translation>Another one, add</translation>
    </message>
    <message>
        <source>与第 {row} 行{reason}</source>
        <translation>Row {row}: {reason}</translation>
    </message>
    <message>
        <source>像在哪里</source>
        <translation>What is alike</translation>
    </message>
    <message>
        <source>像第 {row} 行，那一行还没定：先定它。</source>
        <translation>Like row {row}, which is not decided yet: decide that row first.</translation>
    </message>
    <message>
        <source>号码相同的 {count} 行</source>
        <translation>{count} rows with a number that is known</translation>
    </message>
    <message>
        <source>合起来对不上：{hint}</source>
        <translation>Together they do not fit: {hint}</translation>
    </message>
    <message>
        <source>已有，没变</source>
        <translation>Known, unchanged</translation>
    </message>
    <message>
        <source>并入第 {row} 行</source>
        <translation>into row {row}</translation>
    </message>
    <message>
        <source>改过以后不像了</source>
        <translation>No longer alike after the change</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>是同一人，以表为准</source>
        <translation>Same one, take the file</translation>
    </message>
    <message>
        <source>是同一人，只补空的</source>
        <translation>Same one, fill gaps only</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>有错</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>没有可能重复的行。</source>
        <translation>No row may be a duplicate.</translation>
    </message>
    <message>
        <source>空格勾选要用表里的哪几项，Enter 定下。</source>
        <translation>Space ticks what to take from the file, Enter settles it.</translation>
    </message>
    <message>
        <source>第 {row} 行也在这份表里：补的、改的都记到第 {row} 行，这一行不另外新增。</source>
        <translation>Row {row} is in this file too: gaps and changes go to row {row}, this row is not added.</translation>
    </message>
    <message>
        <source>第 {row} 行：{reason}</source>
        <translation>Row {row}: {reason}</translation>
    </message>
    <message>
        <source>第 {row} 行：改过以后不像了</source>
        <translation>Row {row}: no longer like another one</translation>
    </message>
    <message>
        <source>等你定</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>逐项选</source>
        <translation>Field by field</translation>
    </message>
    <message>
        <source>都不动登记册</source>
        <translation>Leave the register</translation>
    </message>
    <message>
        <source>都以表为准</source>
        <translation>Take the file for all</translation>
    </message>
    <message>
        <source>都只补空的</source>
        <translation>Fill gaps for all</translation>
    </message>
</context>
<context>
    <name>ReportPapers</name>
    <message>
        <source>{period}月报</source>
        <translation>Report of {period}</translation>
    </message>
    <message>
        <source>{period}通报稿</source>
        <translation>Bulletin of {period}</translation>
    </message>
    <message>
        <source>月报 {period}</source>
        <translation>Monthly report {period}</translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore from backup…</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>打不开数据</source>
        <translation>The data cannot be opened</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open data folder</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>电脑或磁盘</source>
        <translation>Computer or disk</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>{day}   {size} MB</source>
        <translation>{day}   {size} MB</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>恢复码（打印的那张纸上，七组）</source>
        <translation>Recovery code (seven groups, on the printed sheet)</translation>
    </message>
    <message>
        <source>恢复这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>您的 PIN（密码），或者打印的恢复码</source>
        <translation>Your PIN (password), or the printed recovery code</translation>
    </message>
    <message>
        <source>数据文件夹里没有备份，请选别处的备份文件。</source>
        <translation>There is no backup in the data folder; please choose a backup file from elsewhere.</translation>
    </message>
    <message>
        <source>现在的数据会先另存，不会删掉。恢复后缺的记录，会随上级的下一份回执补回来。</source>
        <translation>The present data are put aside first, not deleted. Records missing after the restore come back with the next receipt from the office above.</translation>
    </message>
    <message>
        <source>蒙站备份 (backup-*.db)</source>
        <translation>Mengzhan backup (backup-*.db)</translation>
    </message>
    <message>
        <source>请先选一份备份，再把上面一栏填好。</source>
        <translation>First choose a backup, then fill in the line above.</translation>
    </message>
    <message>
        <source>谁来恢复</source>
        <translation>Who restores</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这不是蒙站的备份文件（backup-日期-版本.db），请另选。</source>
        <translation>This is not a Mengzhan backup file (backup-date-version.db). Choose another.</translation>
    </message>
    <message>
        <source>选别处的备份文件…</source>
        <translation>Choose a backup file elsewhere…</translation>
    </message>
    <message>
        <source>选备份文件</source>
        <translation>Choose backup file</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>{name}（已填）</source>
        <translation>{name} (filled)</translation>
    </message>
    <message>
        <source>{row} 行</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>{why} {count} 格</source>
        <translation>{why}: {count} cells</translation>
    </message>
    <message>
        <source>上级已填，不动</source>
        <translation>filled by the superior, left alone</translation>
    </message>
    <message>
        <source>不知道是谁的，整行不填</source>
        <translation>nobody knows whose; left empty</translation>
    </message>
    <message>
        <source>为什么留空</source>
        <translation>Why empty</translation>
    </message>
    <message>
        <source>你定的留空</source>
        <translation>you chose to leave it empty</translation>
    </message>
    <message>
        <source>例如 报旗县就业局核对；会记下条数和用途</source>
        <translation>for example: for the county employment office; count and purpose are noted</translation>
    </message>
    <message>
        <source>做完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Col.</translation>
    </message>
    <message>
        <source>填了</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>填好</source>
        <translation>filled</translation>
    </message>
    <message>
        <source>填报单位、时间、人</source>
        <translation>for who fills it in, and when</translation>
    </message>
    <message>
        <source>填进表里</source>
        <translation>go into the form</translation>
    </message>
    <message>
        <source>存到</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>工作簿 (*{suffix})</source>
        <translation>Workbook (*{suffix})</translation>
    </message>
    <message>
        <source>已写好：{path}</source>
        <translation>Written: {path}</translation>
    </message>
    <message>
        <source>已有同名的文件，没有动它。换个名字，或点“换地方…”同意替换。</source>
        <translation>A file of this name is there already and was left alone. Choose another name, or agree to replace it under &quot;Elsewhere…&quot;.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>换地方…</source>
        <translation>Elsewhere…</translation>
    </message>
    <message>
        <source>放不下，这张表加不了行，请分成几张</source>
        <translation>do not fit: no rows can be added; use several forms</translation>
    </message>
    <message>
        <source>条</source>
        <translation>records</translation>
    </message>
    <message>
        <source>条记录</source>
        <translation>records</translation>
    </message>
    <message>
        <source>栏名</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>格</source>
        <translation>cells</translation>
    </message>
    <message>
        <source>每一栏</source>
        <translation>Column by column</translation>
    </message>
    <message>
        <source>没定填什么</source>
        <translation>not decided</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>留空，右边说明为什么</source>
        <translation>left empty; why is said on the right</translation>
    </message>
    <message>
        <source>登记册里没有这一栏</source>
        <translation>not in the register</translation>
    </message>
    <message>
        <source>行</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>表里有完整的证件号或电话，请写明用途。</source>
        <translation>The form shows ID numbers or telephones in full. Say what for.</translation>
    </message>
    <message>
        <source>表里自己算，不动</source>
        <translation>the form calculates it, left alone</translation>
    </message>
    <message>
        <source>要写什么（还什么都没有写）</source>
        <translation>What will be written (nothing is yet)</translation>
    </message>
    <message>
        <source>这是空白表本身，没有动它。换个名字，或点“换地方…”同意替换。</source>
        <translation>This is the blank form itself and was left alone. Choose another name, or agree to replace it under &quot;Elsewhere…&quot;.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>{all} 个站，本月还有 {late} 个没报</source>
        <translation>Stations: {all}, not reported this month: {late}</translation>
    </message>
    <message>
        <source>上次 {when}，共 {count} 包</source>
        <translation>Last {when}, packages: {count}</translation>
    </message>
    <message>
        <source>不再接收这个站</source>
        <translation>Expect this station no more</translation>
    </message>
    <message>
        <source>不再等 {name} 的报送；再加一次就恢复。</source>
        <translation>No longer waiting for reports from {name}; add it again to resume.</translation>
    </message>
    <message>
        <source>代码 {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>停用的电脑 {id}</source>
        <translation>Computer {id}, out of use</translation>
    </message>
    <message>
        <source>写登记文件</source>
        <translation>Write enrolment file</translation>
    </message>
    <message>
        <source>加站点</source>
        <translation>Add station</translation>
    </message>
    <message>
        <source>名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>名册还是空的。加上每个要报送的站，再把各站的登记文件（.mzk）给他们。</source>
        <translation>The roster is still empty. Add each station that reports, then give each its enrolment file (.mzk).</translation>
    </message>
    <message>
        <source>它的包已经到了，先放着：到“收件”里核对密钥码。</source>
        <translation>Its package is here and put aside: compare the key code under Inbox.</translation>
    </message>
    <message>
        <source>密钥码 {code}</source>
        <translation>Key code {code}</translation>
    </message>
    <message>
        <source>已报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>换下来的旧电脑还在报送，请问清楚。</source>
        <translation>A computer that was replaced is still reporting. Please ask why.</translation>
    </message>
    <message>
        <source>本月的包还没到，打电话问一声。</source>
        <translation>This month&apos;s package is not here yet: call and ask.</translation>
    </message>
    <message>
        <source>没报</source>
        <translation>Not reported</translation>
    </message>
    <message>
        <source>电脑 {id}，{when} 登记</source>
        <translation>Computer {id}, registered {when}</translation>
    </message>
    <message>
        <source>登记-{station}.mzk</source>
        <translation>enrolment-{station}.mzk</translation>
    </message>
    <message>
        <source>登记文件写到哪里</source>
        <translation>Where to write the enrolment file</translation>
    </message>
    <message>
        <source>登记文件写好了：{name}。给站点读入后，电话核对 20 位密钥码。</source>
        <translation>Enrolment file written: {name}. Once the station has read it, compare the 20-digit key code by telephone.</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>缺 {count} 条变动，请站点再报一次。</source>
        <translation>Missing changes: {count}. Ask the station to report again.</translation>
    </message>
    <message>
        <source>联系人 {name}</source>
        <translation>Contact: {name}</translation>
    </message>
    <message>
        <source>还没有它的电脑：按 Ctrl+S 写登记文件，交给站点。</source>
        <translation>Not enrolled yet: press Ctrl+S to write its enrolment file, and give it to the station.</translation>
    </message>
    <message>
        <source>还没有报过</source>
        <translation>Has not reported yet</translation>
    </message>
    <message>
        <source>这个站</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>；{count} 包先放着</source>
        <translation>; put aside: {count}</translation>
    </message>
</context>
<context>
    <name>RowCode</name>
    <message>
        <source>推荐：{offer}</source>
        <translation>To {offer}</translation>
    </message>
    <message>
        <source>行码</source>
        <translation>Line code</translation>
    </message>
</context>
<context>
    <name>ScreenSection</name>
    <message>
        <source>{count} 分钟</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>更大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>最大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>没人动就锁屏（下次打开时起）</source>
        <translation>Lock when idle (from the next start)</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>语言（下次打开时换）</source>
        <translation>Language (from the next start)</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>搜索：姓名、单位、岗位、拼音首字母、证件或电话尾号</source>
        <translation>Search: name, pinyin, employer, vacancy, end of ID or phone</translation>
    </message>
    <message>
        <source>没有找到“{text}”</source>
        <translation>&quot;{text}&quot; was not found</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>{name} 的新 PIN</source>
        <translation>New PIN of {name}</translation>
    </message>
    <message>
        <source>{name} 的新密码</source>
        <translation>New password for {name}</translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>换  Enter</source>
        <translation>Change  Enter</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>{count} 处两处不同，逐条定…</source>
        <translation>Conflicts: {count}, settle one by one…</translation>
    </message>
    <message>
        <source>{title}：{problem}</source>
        <translation>{title}: {problem}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>写入 U 盘并核对</source>
        <translation>Write to stick and check</translation>
    </message>
    <message>
        <source>写入并核对</source>
        <translation>Write and check</translation>
    </message>
    <message>
        <source>写入并读回核对</source>
        <translation>Write and read back</translation>
    </message>
    <message>
        <source>包丢了也不要紧：没有回执的，下次自动再报</source>
        <translation>A lost package does no harm: what has no receipt is sent again next time</translation>
    </message>
    <message>
        <source>包号校验  {number}</source>
        <translation>Package check number  {number}</translation>
    </message>
    <message>
        <source>去登记上级 →</source>
        <translation>Register the office above →</translation>
    </message>
    <message>
        <source>存成邮件草稿</source>
        <translation>Save as e-mail draft</translation>
    </message>
    <message>
        <source>已停下，U 盘上没有留下半个文件。</source>
        <translation>Stopped; no half-written file is left on the stick.</translation>
    </message>
    <message>
        <source>已经写好、等回执 {waiting} 条；没有新的。</source>
        <translation>{waiting} written and waiting for a receipt; nothing new.</translation>
    </message>
    <message>
        <source>打印送达单</source>
        <translation>Print delivery slip</translation>
    </message>
    <message>
        <source>报之前看一眼</source>
        <translation>Look before reporting</translation>
    </message>
    <message>
        <source>报之前看一眼：{count} 条缺项（不改也能报，上级会退回来）</source>
        <translation>Look before reporting. Incomplete: {count} (you can report them as they are, but the office above will send them back)</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>接下来：打开草稿，发出去。</source>
        <translation>Next: open the draft and send it.</translation>
    </message>
    <message>
        <source>接下来：拔下 U 盘，交给上级。</source>
        <translation>Next: take the stick to the office above.</translation>
    </message>
    <message>
        <source>正在写入并核对…</source>
        <translation>Writing and checking…</translation>
    </message>
    <message>
        <source>正在写邮件草稿…</source>
        <translation>Writing e-mail draft…</translation>
    </message>
    <message>
        <source>没有新内容：报过的都收到了回执。</source>
        <translation>Nothing new: all that was reported has its receipt.</translation>
    </message>
    <message>
        <source>看要报什么</source>
        <translation>See what to report</translation>
    </message>
    <message>
        <source>第 {number} 包写好了：{total} 条，{size} KB，读回核对一致。{onward}文件：{name}</source>
        <translation>Package no. {number} written, records: {total}, {size} KB, read back and correct. {onward} File: {name}</translation>
    </message>
    <message>
        <source>签名，加密给 {office}，写完读回来核对。</source>
        <translation>Signed, encrypted for {office}, read back and checked after writing.</translation>
    </message>
    <message>
        <source>缺项</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>自上次回执以来 {count} 条变动：{parts}。</source>
        <translation>Changes since the last receipt: {count} ({parts}).</translation>
    </message>
    <message>
        <source>自上次回执以来 {count} 条变动：{parts}。其中 {waiting} 条写过，等回执。</source>
        <translation>{count} changed since the last receipt: {parts}. Of these {waiting} are written and wait for a receipt.</translation>
    </message>
    <message>
        <source>读回执</source>
        <translation>Read receipt</translation>
    </message>
    <message>
        <source>还没有登记上级：先读入上级给的登记文件（.mzk）。</source>
        <translation>No office above is registered yet: first read the enrolment file (.mzk) that it gave you.</translation>
    </message>
    <message>
        <source>还没有登记任何记录，没有可报的。</source>
        <translation>Nothing is registered yet, so there is nothing to report.</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>以前的包</source>
        <translation>Earlier packages</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已回执：接收 {accepted}，请改 {fix}，别处已登记 {elsewhere}</source>
        <translation>Receipt: accepted {accepted}, please fix {fix}, held elsewhere {elsewhere}</translation>
    </message>
    <message>
        <source>有待改</source>
        <translation>To fix</translation>
    </message>
    <message>
        <source>第 {number} 包    {total} 条    {size} KB</source>
        <translation>Package no. {number}    {total} rec.    {size} KB</translation>
    </message>
    <message>
        <source>等回执</source>
        <translation>Awaiting receipt</translation>
    </message>
    <message>
        <source>还没有报过。第一次报送也只是三步：看一眼，插 U 盘，按 F9。</source>
        <translation>Nothing reported yet. The first time, too, takes only three steps: look, plug in the stick, press F9.</translation>
    </message>
    <message>
        <source>送达单-{number}.pdf</source>
        <translation>delivery-slip-{number}.pdf</translation>
    </message>
    <message>
        <source>送达单存到哪里</source>
        <translation>Where to save the delivery slip</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>上级与钥匙</source>
        <translation>Office above and keys</translation>
    </message>
    <message>
        <source>人岗匹配</source>
        <translation>Matching</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>字号、颜色、语言</source>
        <translation>Text size, colours, language</translation>
    </message>
    <message>
        <source>操作员</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>This office</translation>
    </message>
    <message>
        <source>本站</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>蒙古文术语</source>
        <translation>Mongolian terms</translation>
    </message>
    <message>
        <source>规则表</source>
        <translation>Rule tables</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SheetParts</name>
    <message>
        <source>下次</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>创业</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>已删除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>已存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>待存</source>
        <translation>To save</translation>
    </message>
    <message>
        <source>想学</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>新电话</source>
        <translation>New telephone</translation>
    </message>
    <message>
        <source>没录全</source>
        <translation>Not whole</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>行码</source>
        <translation>Line code</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>{age} 岁</source>
        <translation>aged {age}</translation>
    </message>
    <message>
        <source>{label}：{words}</source>
        <translation>{label}: {words}</translation>
    </message>
    <message>
        <source>· {reason}</source>
        <translation>· {reason}</translation>
    </message>
    <message>
        <source>看全部 →</source>
        <translation>See all →</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>选一条，这里显示是谁、电话和该怎么记。</source>
        <translation>Choose a line to see who it is, the phone number and how to record it.</translation>
    </message>
</context>
<context>
    <name>SlipList</name>
    <message>
        <source>{result}，缺证据</source>
        <translation>{result}, no proof</translation>
    </message>
</context>
<context>
    <name>SlipPrint</name>
    <message>
        <source>{size} 字节</source>
        <translation>{size} bytes</translation>
    </message>
    <message>
        <source>包号</source>
        <translation>Package number</translation>
    </message>
    <message>
        <source>包号校验</source>
        <translation>Package check number</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>报送站点</source>
        <translation>Reporting station</translation>
    </message>
    <message>
        <source>报送送达单</source>
        <translation>Report delivery slip</translation>
    </message>
    <message>
        <source>接收单位</source>
        <translation>Receiving office</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>收件时，程序里显示的八位数与上面一致，就是这个文件。</source>
        <translation>If the program shows the same eight digits on receipt, it is this file.</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>生成日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>第 {number} 包</source>
        <translation>Package no. {number}</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>送件人</source>
        <translation>Delivered by</translation>
    </message>
    <message>
        <source>送达单</source>
        <translation>Delivery slip</translation>
    </message>
</context>
<context>
    <name>SortQuestion</name>
    <message>
        <source>1 填这张表</source>
        <translation>1 Fill this form</translation>
    </message>
    <message>
        <source>2 导入里面的记录</source>
        <translation>2 Import the records in it</translation>
    </message>
    <message>
        <source>这张表填了一些，也空着一些。它是上级要您填的，还是要收进登记册的？</source>
        <translation>Some of this table is filled, some is not. Is it a form for you to fill, or a ledger to take into the register?</translation>
    </message>
</context>
<context>
    <name>Standings</name>
    <message>
        <source>{count} 列要定</source>
        <translation>{count} to decide</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>导入 {count} 列</source>
        <translation>{count} columns</translation>
    </message>
    <message>
        <source>没有要定的</source>
        <translation>Nothing to decide</translation>
    </message>
    <message>
        <source>没有要改的</source>
        <translation>Nothing to change</translation>
    </message>
    <message>
        <source>还有 {count} 处</source>
        <translation>{count} left</translation>
    </message>
    <message>
        <source>还有 {count} 行</source>
        <translation>{count} rows left</translation>
    </message>
    <message>
        <source>还缺{fields}</source>
        <translation>{fields} missing</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>蒙站</source>
        <translation>Mengzhan</translation>
    </message>
</context>
<context>
    <name>StationDialog</name>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>加站点</source>
        <translation>Add station</translation>
    </message>
    <message>
        <source>所在地和名称都要填。</source>
        <translation>Fill in both location and name.</translation>
    </message>
</context>
<context>
    <name>StationSection</name>
    <message>
        <source>上级</source>
        <translation>Office above</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>地区代码</source>
        <translation>Area code</translation>
    </message>
    <message>
        <source>地区选错了，请在还没有报送之前重新建站；已经报送过的，请联系上级。</source>
        <translation>If the area is wrong, set the station up again before anything is reported; if something was reported already, ask the office above.</translation>
    </message>
    <message>
        <source>已改名，下次打开时各处都换</source>
        <translation>Renamed; shown everywhere from the next start</translation>
    </message>
    <message>
        <source>已记住站里电话</source>
        <translation>The station&apos;s telephone is kept</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>站点名称</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>站里电话（印在招聘信息、推荐信上）</source>
        <translation>Telephone of the station (printed on posters and letters)</translation>
    </message>
    <message>
        <source>记住</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>还没有登记上级，到“上级与钥匙”里登记</source>
        <translation>No office above registered yet; register it under &quot;Office above and keys&quot;</translation>
    </message>
</context>
<context>
    <name>StationStep</name>
    <message>
        <source>1 / 3  本站在哪里</source>
        <translation>1 / 3  Where this station is</translation>
    </message>
    <message>
        <source>{place}就业服务站</source>
        <translation>{place} Employment Service Station</translation>
    </message>
    <message>
        <source>下一步  Enter</source>
        <translation>Next  Enter</translation>
    </message>
    <message>
        <source>不是新站？</source>
        <translation>Not a new station?</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>从旧电脑接手</source>
        <translation>Take over from the old computer</translation>
    </message>
    <message>
        <source>先按这三步给新电脑设好站点和操作员，接着就读旧电脑的移交包。</source>
        <translation>First set up the station and an operator on the new computer in these three steps; then the handover package of the old computer is read.</translation>
    </message>
    <message>
        <source>站点名称</source>
        <translation>Station name</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>● 已保存</source>
        <translation>● Saved</translation>
    </message>
    <message>
        <source>备份 {day}</source>
        <translation>Backup {day}</translation>
    </message>
    <message>
        <source>备份 今天 {time}</source>
        <translation>Backup today {time}</translation>
    </message>
    <message>
        <source>备份 昨天 {time}</source>
        <translation>Backup yesterday {time}</translation>
    </message>
    <message>
        <source>时钟 {time}</source>
        <translation>Clock {time}</translation>
    </message>
    <message>
        <source>时钟 偏慢</source>
        <translation>Clock is slow</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>U 盘 {label}，剩 {free} GB</source>
        <translation>USB stick {label}, {free} GB free</translation>
    </message>
    <message>
        <source>写之前会查空间和重名。</source>
        <translation>Free space and equal names are checked before writing.</translation>
    </message>
    <message>
        <source>写到哪个文件夹</source>
        <translation>Which folder to write to</translation>
    </message>
    <message>
        <source>没有找到 U 盘。插好会自动出现，或者选一个文件夹。</source>
        <translation>No USB stick found. It appears here once plugged in; or choose a folder.</translation>
    </message>
    <message>
        <source>选 U 盘或邮件</source>
        <translation>Choose stick or e-mail</translation>
    </message>
    <message>
        <source>选一个文件夹…</source>
        <translation>Choose a folder…</translation>
    </message>
</context>
<context>
    <name>SubjectPage</name>
    <message>
        <source>← 列表  Esc</source>
        <translation>← List  Esc</translation>
    </message>
    <message>
        <source>改资料</source>
        <translation>Edit details</translation>
    </message>
    <message>
        <source>显示  F2</source>
        <translation>Show  F2</translation>
    </message>
    <message>
        <source>更多 ▾</source>
        <translation>More ▾</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>记{label}</source>
        <translation>Log {label}</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>还没有办过什么。上面办一件，这里就多一行。</source>
        <translation>Nothing was done yet. Whatever is done above adds a line here.</translation>
    </message>
    <message>
        <source>适合的政策</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>隐藏  F2</source>
        <translation>Hide  F2</translation>
    </message>
</context>
<context>
    <name>Suspicions</name>
    <message>
        <source>{title}：{reason}</source>
        <translation>{title}: {reason}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>填{fields}时，这里会提醒重复。</source>
        <translation>While you fill in {fields}, possible duplicates are told here.</translation>
    </message>
    <message>
        <source>并到那条</source>
        <translation>Merge into that one</translation>
    </message>
    <message>
        <source>打开那条</source>
        <translation>Open that one</translation>
    </message>
    <message>
        <source>边填边查，没有发现重复。</source>
        <translation>Checked while you type: no duplicates found.</translation>
    </message>
</context>
<context>
    <name>TabbedPage</name>
    <message>
        <source>{label}  {count}</source>
        <translation>{label}  {count}</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>{what} {count} 行（第 {rows} 行）</source>
        <translation>{what} {count} (rows {rows})</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>totals</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>Subheading</translation>
    </message>
    <message>
        <source>工作表“{sheet}”，表头第 {header} 行，记录 {count} 行。</source>
        <translation>Sheet &quot;{sheet}&quot;, header in row {header}, {count} records. </translation>
    </message>
    <message>
        <source>标题</source>
        <translation>titles</translation>
    </message>
    <message>
        <source>栏号</source>
        <translation>column numbers</translation>
    </message>
    <message>
        <source>没有算进去：{rows}。</source>
        <translation>Left out: {rows}. </translation>
    </message>
    <message>
        <source>空行</source>
        <translation>blank rows</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>这是蒙站自己的表，每一列都认得，不用问。没改过的格不动。</source>
        <translation>This is a table of Mengzhan: every column is known, nothing is asked. Cells not changed stay as they are. </translation>
    </message>
    <message>
        <source>重复的表头 {count} 行（第 {rows} 行）</source>
        <translation>repeated header {count} (rows {rows})</translation>
    </message>
    <message>
        <source>隐藏的 {count} 行也在内（第 {rows} 行）。</source>
        <translation>{count} hidden rows are in (rows {rows}). </translation>
    </message>
    <message>
        <source>（文本）</source>
        <translation>(text)</translation>
    </message>
</context>
<context>
    <name>TablesSection</name>
    <message>
        <source>{count} 行</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Office above</translation>
    </message>
    <message>
        <source>上级发来的表，读入回执时就用上，不用自己换。</source>
        <translation>Tables from the office are used as soon as its receipt is read.</translation>
    </message>
    <message>
        <source>下一份回执发给各站。</source>
        <translation>The next receipts carry it to all stations.</translation>
    </message>
    <message>
        <source>先导出现用的，用 Excel 改好再换上：写了的行换掉同一项，没写的不动。</source>
        <translation>Export the table in force, edit it in Excel and bring it in: rows replace their namesakes, all others stay. </translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
    <message>
        <source>导出现用的…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>已存 {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>已换上，从现在起用。</source>
        <translation>In force from now on. </translation>
    </message>
    <message>
        <source>已撤回 {table}</source>
        <translation>Taken back: {table}</translation>
    </message>
    <message>
        <source>换上新的…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>换上的表随下一份回执发给所有站点，站点收下就用。</source>
        <translation>What you bring in goes to all stations with their next receipts and is used there at once.</translation>
    </message>
    <message>
        <source>撤回这一份</source>
        <translation>Take this one back</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>This office</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>正在读…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>没有用：{why}</source>
        <translation>Not used: {why}</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>现用 {count} 行</source>
        <translation>{count} rows in force</translation>
    </message>
    <message>
        <source>程序自带</source>
        <translation>the program</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>规则表 (*.csv *.xlsx *.xls *.et *.ods)</source>
        <translation>Rule tables (*.csv *.xlsx *.xls *.et *.ods)</translation>
    </message>
    <message>
        <source>规则表</source>
        <translation>Rule tables</translation>
    </message>
    <message>
        <source>选规则表</source>
        <translation>Choose a rule table</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>… 共 {count} 项</source>
        <translation>… {count} in all</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>点一下去掉</source>
        <translation>Click to remove</translation>
    </message>
</context>
<context>
    <name>TakeIn</name>
    <message>
        <source>{name}：{reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}：以前读过，没有新内容。</source>
        <translation>{name}: read before, nothing new.</translation>
    </message>
    <message>
        <source>{title}：{name}，新增 {count} 条变动。</source>
        <translation>{title}: {name}, new changes: {count}.</translation>
    </message>
    <message>
        <source>第 {number} 号回执读好了：接收 {accepted}，请改 {fix}，别处已登记 {elsewhere}。</source>
        <translation>Receipt no. {number} read: accepted {accepted}, please fix {fix}, held elsewhere {elsewhere}.</translation>
    </message>
    <message>
        <source>蒙站的包 (*{suffix})</source>
        <translation>Mengzhan package (*{suffix})</translation>
    </message>
    <message>
        <source>读不出这个文件。</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>选回执文件</source>
        <translation>Choose receipt file</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>已撤销：{what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>已重做：{what}</source>
        <translation>Redone: {what}</translation>
    </message>
    <message>
        <source>正在查看能撤销什么…</source>
        <translation>Looking for what can be undone…</translation>
    </message>
    <message>
        <source>没有可以撤销的操作</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>没有可以重做的操作</source>
        <translation>Nothing to redo</translation>
    </message>
</context>
<context>
    <name>TakingOff</name>
    <message>
        <source>已销号 {count} 条：{reason}</source>
        <translation>Taken off: {count}, {reason}</translation>
    </message>
    <message>
        <source>注销失业登记</source>
        <translation>Unemployment registration ended</translation>
    </message>
</context>
<context>
    <name>TermsSection</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>共 {count} 条，{unreviewed} 条未经审校。</source>
        <translation>Terms: {count}, not reviewed: {unreviewed}.</translation>
    </message>
    <message>
        <source>审校</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>导入术语表…</source>
        <translation>Import terms…</translation>
    </message>
    <message>
        <source>已审校</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>收了 {count} 条。</source>
        <translation>Taken in: {count}. </translation>
    </message>
    <message>
        <source>术语表 (*.csv *.txt *.xlsx *.xls *.et *.ods)</source>
        <translation>Lists of terms (*.csv *.txt *.xlsx *.xls *.et *.ods)</translation>
    </message>
    <message>
        <source>正在读…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>第 {lines} 行不是术语，没有收。</source>
        <translation>Lines that are no terms and were left out: {lines}.</translation>
    </message>
    <message>
        <source>蒙古文</source>
        <translation>Mongolian</translation>
    </message>
    <message>
        <source>蒙古文只印这里导入的术语。表要三列：中文、蒙古文（传统文字）、是否审校（是/否），CSV 或工作簿都行。没有审校的，印出来都带着“未经审校”。</source>
        <translation>Only terms imported here are printed in Mongolian. A list has three columns: Chinese, Mongolian (traditional script), reviewed (是/否); CSV or a workbook. What nobody has reviewed is printed with the mark 未经审校.</translation>
    </message>
    <message>
        <source>蒙古文术语</source>
        <translation>Mongolian terms</translation>
    </message>
    <message>
        <source>这一条审校过了</source>
        <translation>This one is reviewed</translation>
    </message>
    <message>
        <source>选术语表</source>
        <translation>Choose a list of terms</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>撤销  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source> · 先办逾期，再按路线</source>
        <translation> · overdue first, then by route</translation>
    </message>
    <message>
        <source> · 没有 {year} 年放假安排，按周一到周五算</source>
        <translation> · Holidays of {year} not known: Monday to Friday</translation>
    </message>
    <message>
        <source>{month}月{day}日 星期{weekday}</source>
        <translation>{month:02}-{day:02} ({weekday})</translation>
    </message>
    <message>
        <source>一 二 三 四 五 六 日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>今天到期的都办完了。要登记新的，按下面的字母。</source>
        <translation>Everything due today is done. To log something new, press a letter below.</translation>
    </message>
    <message>
        <source>今天没有要办的</source>
        <translation>Nothing to do today</translation>
    </message>
    <message>
        <source>今天要办 {count} 件</source>
        <translation>To do today: {count}</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>去办</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>又放回今日：{title}</source>
        <translation>Back on today&apos;s list: {title}</translation>
    </message>
    <message>
        <source>回到列表  F6</source>
        <translation>Back to the list  F6</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Vacancy</translation>
    </message>
    <message>
        <source>已记：{title} · {result}</source>
        <translation>Recorded: {title} · {result}</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>推后的</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>本月没走访的单位</source>
        <translation>Employers not seen this month</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正在看今天要办什么…</source>
        <translation>Looking at what is due today…</translation>
    </message>
    <message>
        <source>登记一个人</source>
        <translation>Register a person</translation>
    </message>
    <message>
        <source>登记第一个人</source>
        <translation>Register the first person</translation>
    </message>
    <message>
        <source>看电话、记结果  F6</source>
        <translation>Phone and results  F6</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>记回访</source>
        <translation>Log follow-up</translation>
    </message>
    <message>
        <source>记结果</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>记走访</source>
        <translation>Log visit</translation>
    </message>
    <message>
        <source>请改</source>
        <translation>Please fix</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>还没有登记人员。先登记一个人：按 R 或回车。约好回访日期后，到期会出现在这里。</source>
        <translation>No people registered yet. Register one: press R or Enter. Once a follow-up date is agreed, it appears here when due.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Ctrl+Z 撤销，Ctrl+Y 重做</source>
        <translation>Ctrl+Z undo, Ctrl+Y redo</translation>
    </message>
    <message>
        <source>{month}月报送：今天截止</source>
        <translation>Month {month} report: due today</translation>
    </message>
    <message>
        <source>{month}月报送：还有 {count} 个工作日</source>
        <translation>Month {month} report, working days left: {count}</translation>
    </message>
    <message>
        <source>截止 {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>按键一览  F1</source>
        <translation>Keyboard shortcuts  F1</translation>
    </message>
    <message>
        <source>换操作员</source>
        <translation>Switch operator</translation>
    </message>
    <message>
        <source>撤销  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>最近的操作…  Ctrl+Shift+Z</source>
        <translation>Recent actions…  Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>未报送 {count} 条</source>
        <translation>Not reported: {count}</translation>
    </message>
    <message>
        <source>等回执 {count} 条</source>
        <translation>{count} await receipt</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>重做  Ctrl+Y</source>
        <translation>Redo  Ctrl+Y</translation>
    </message>
    <message>
        <source>锁屏  Ctrl+L</source>
        <translation>Lock screen  Ctrl+L</translation>
    </message>
</context>
<context>
    <name>UndoChoice</name>
    <message>
        <source>{label} {title}，{field}：后来改过</source>
        <translation>{label} {title}, {field}: changed later</translation>
    </message>
    <message>
        <source>{label} {title}，{field}：退回后两处又不同</source>
        <translation>{label} {title}, {field}: would be in conflict again</translation>
    </message>
    <message>
        <source>{label} {title}：后来改过</source>
        <translation>{label} {title}: changed later</translation>
    </message>
    <message>
        <source>{label} {title}：还有 {count} 条记录用到它</source>
        <translation>{label} {title}: still used by records: {count}</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>有些内容后来改过</source>
        <translation>Some of it was changed later</translation>
    </message>
    <message>
        <source>能直接退回的有 {changes} 条。下面 {left} 处先不动；勾上的也一起退回（空格勾选）。</source>
        <translation>Can be undone right away: {changes}. Left alone for now, see below: {left}; those you tick are undone too (Space to tick).</translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message>
        <source>已停下，什么也没有改</source>
        <translation>Stopped, nothing was changed</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>正在撤销…</source>
        <translation>Undoing…</translation>
    </message>
    <message>
        <source>正在查看后来的修改…</source>
        <translation>Looking at later changes…</translation>
    </message>
    <message>
        <source>正在重做…</source>
        <translation>Redoing…</translation>
    </message>
</context>
<context>
    <name>UnknownKey</name>
    <message>
        <source>{name} 不在名册里。先到“名册”加上这个站，再核对密钥码：</source>
        <translation>{name} is not in the roster. Add this station under &quot;Roster&quot; first, then compare the key code:</translation>
    </message>
    <message>
        <source>{name}。给站点打电话，请对方念“设置 → 上级与钥匙”里的密钥码，和下面的比：</source>
        <translation>{name}. Telephone the station, have the key code under &quot;Settings → Office above and keys&quot; read out and compare it with this one:</translation>
    </message>
    <message>
        <source>一致，登记  Enter</source>
        <translation>Same, trust it  Enter</translation>
    </message>
    <message>
        <source>已登记这台电脑</source>
        <translation>Computer registered</translation>
    </message>
    <message>
        <source>站点在电话里念的 20 位</source>
        <translation>The 20 digits the station reads out</translation>
    </message>
    <message>
        <source>还不认识的电脑</source>
        <translation>Unknown computer</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <source>蒙站</source>
        <translation>Mengzhan</translation>
    </message>
    <message>
        <source>选您的名字，输入后回车打开。</source>
        <translation>Choose your name, type it in and press Enter.</translation>
    </message>
</context>
<context>
    <name>VacancyBlock</name>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>岗位 {number}</source>
        <translation>Vacancy {number}</translation>
    </message>
</context>
<context>
    <name>VacancyForm</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>招聘用语有 {count} 处要看：{fields}。理由和改法写在各栏下面。</source>
        <translation>{count} places of the ad to look at: {fields}. Reasons and changes stand under the fields.</translation>
    </message>
    <message>
        <source>招聘用语边填边查，没有发现问题。</source>
        <translation>The words are checked while you type; nothing was found.</translation>
    </message>
</context>
<context>
    <name>VacancyList</name>
    <message>
        <source>天没招满</source>
        <translation>days</translation>
    </message>
    <message>
        <source>挂出几天没招满算“没人干”</source>
        <translation>Days after which a vacancy counts as one that nobody takes</translation>
    </message>
    <message>
        <source>挂出满</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>现在没有招不到人的岗位：挂出满 {days} 天还没招满的，会出现在这里。</source>
        <translation>No vacancy is waiting for people now. What was posted {days} days ago and is not filled appears here.</translation>
    </message>
    <message>
        <source>还没有岗位离开清单。招满、撤下、到期的，会到这里，写明去向。</source>
        <translation>No vacancy has left the list yet. What was filled, withdrawn or ran out comes here with the reason.</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>新建 {name}</source>
        <translation>New: {name}</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>显示  F2</source>
        <translation>Show  F2</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>写一条意见</source>
        <translation>Write a comment</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>哪一条</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>哪一项</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>建议改成</source>
        <translation>Suggested value</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>记下，随回执发出</source>
        <translation>Note it, send with the receipt</translation>
    </message>
    <message>
        <source>请先选哪一条。</source>
        <translation>Choose a record first.</translation>
    </message>
</context>
<context>
    <name>VerdictsPage</name>
    <message>
        <source>{field} · {title}</source>
        <translation>{field} · {title}</translation>
    </message>
    <message>
        <source>{field}相同</source>
        <translation>Same: {field}</translation>
    </message>
    <message>
        <source>{station}：{reason}</source>
        <translation>{station}: {reason}</translation>
    </message>
    <message>
        <source>两处不同</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>人工</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>写一条意见</source>
        <translation>Write a comment</translation>
    </message>
    <message>
        <source>意见与重复</source>
        <translation>Comments and duplicates</translation>
    </message>
    <message>
        <source>没有同一证件号在两个站登记。</source>
        <translation>No ID number is registered at two stations.</translation>
    </message>
    <message>
        <source>没有要站点改的。</source>
        <translation>Nothing for stations to fix.</translation>
    </message>
    <message>
        <source>照站点写的接收</source>
        <translation>Accept as the station wrote it</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>请站点改的 {count} 处</source>
        <translation>For stations to fix: {count}</translation>
    </message>
    <message>
        <source>请站点改的</source>
        <translation>For stations to fix</translation>
    </message>
    <message>
        <source>负责的站点</source>
        <translation>Responsible station</translation>
    </message>
    <message>
        <source>跨站重复 {count} 组</source>
        <translation>Duplicates across stations: {count}</translation>
    </message>
    <message>
        <source>跨站重复</source>
        <translation>Duplicates across stations</translation>
    </message>
    <message>
        <source>随下一份回执发给站点</source>
        <translation>goes out with the next receipt</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>正在找人…</source>
        <translation>Looking for people…</translation>
    </message>
    <message>
        <source>正在读 {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>表格 ({files})</source>
        <translation>Tables ({files})</translation>
    </message>
    <message>
        <source>选上级发的名单表</source>
        <translation>Choose the list from above</translation>
    </message>
</context>
<context>
    <name>VerifySide</name>
    <message>
        <source>{age} 岁</source>
        <translation>aged {age}</translation>
    </message>
    <message>
        <source>变了的，按字母当场改</source>
        <translation>What changed: press its letter</translation>
    </message>
    <message>
        <source>名单上有，本站没有登记。找得到人就登记，找不到就记查无此人。</source>
        <translation>On the list, but not registered here. Register them if you find them; if not, record that they are unknown.</translation>
    </message>
    <message>
        <source>登记这个人  Enter</source>
        <translation>Register them  Enter</translation>
    </message>
    <message>
        <source>登记这个人</source>
        <translation>Register them</translation>
    </message>
    <message>
        <source>看全部 →  R</source>
        <translation>See all →  R</translation>
    </message>
    <message>
        <source>选一条，这里显示是谁、登记了什么。</source>
        <translation>Select a line to see who it is and what is registered.</translation>
    </message>
    <message>
        <source>（没有姓名）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>已保存走访和 {count} 个岗位</source>
        <translation>Visit saved, with vacancies: {count}</translation>
    </message>
    <message>
        <source>＋ 登记这里缺的岗位</source>
        <translation>+ Add a vacancy here</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>{station} 第 {number} 包</source>
        <translation>{station}, package no. {number}</translation>
    </message>
    <message>
        <source>先放着的包</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>前面还缺 {count} 条变动。{step}</source>
        <translation>Changes missing before it: {count}. {step}</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>None.</translation>
    </message>
</context>
<context>
    <name>WeightsSection</name>
    <message>
        <source>先看硬条件：可去范围、开工日、证照、法定年龄、名额、有效期，缺一样就不算合适。都够了，再按下面的分量排先后。0 就是不算。性别、年龄、民族、重点群体、户，从来不算。</source>
        <translation>First the hard conditions: range, start, licences, legal age, places left, still valid. Whoever lacks one does not fit. The others are put in order by the weights below; 0 does not count. Sex, age, ethnicity, key groups and household never count.</translation>
    </message>
    <message>
        <source>已改回程序自带的</source>
        <translation>Put back to the program&apos;s own</translation>
    </message>
    <message>
        <source>已改，名单马上按新的排</source>
        <translation>Changed; lists follow at once</translation>
    </message>
    <message>
        <source>自带 {weight}</source>
        <translation>at first {weight}</translation>
    </message>
    <message>
        <source>都改回程序自带的</source>
        <translation>Put all back</translation>
    </message>
</context>
<context>
    <name>WorkHead</name>
    <message>
        <source>任务内容…</source>
        <translation>The task…</translation>
    </message>
    <message>
        <source>回到列表  F6</source>
        <translation>Back to the list  F6</translation>
    </message>
    <message>
        <source>回清单</source>
        <translation>Back to lists</translation>
    </message>
    <message>
        <source>填回名单表…</source>
        <translation>Fill the workbook…</translation>
    </message>
    <message>
        <source>待进一步核实 {count}</source>
        <translation>To look into {count}</translation>
    </message>
    <message>
        <source>核实过的 {count}</source>
        <translation>Verified {count}</translation>
    </message>
    <message>
        <source>没核实的 {count}</source>
        <translation>Not verified {count}</translation>
    </message>
    <message>
        <source>看电话、改内容  F6</source>
        <translation>See phone, change  F6</translation>
    </message>
    <message>
        <source>还剩 {left} / {total}</source>
        <translation>{left} / {total} left</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>已记完成：{title}</source>
        <translation>Noted as done: {title}</translation>
    </message>
    <message>
        <source>已记：{title} · {result}</source>
        <translation>Recorded: {title} · {result}</translation>
    </message>
    <message>
        <source>本站没有登记</source>
        <translation>Not registered here</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>WriteStep</name>
    <message>
        <source>{count} 行存成 {name}：错的格有颜色，原因在批注里。改好可以再导入。</source>
        <translation>{count} rows saved as {name}: wrong cells are coloured, the reason is in a note. Put them right and import again.</translation>
    </message>
    <message>
        <source>{count} 行没有导入。</source>
        <translation> {count} rows were not imported.</translation>
    </message>
    <message>
        <source>· {label}有 {count} 次当天已经记过，不再记。</source>
        <translation>· {label}: {count} already recorded on that day, not added again.</translation>
    </message>
    <message>
        <source>· 不导入的列：{columns}。</source>
        <translation>· Columns not imported: {columns}.</translation>
    </message>
    <message>
        <source>· 已修正 {count} 处写法，第 2 步 F9 可以看。</source>
        <translation>· {count} spellings put right; see step 2, F9.</translation>
    </message>
    <message>
        <source>· 提醒 {count} 处，第 2 步 F8 可以看。</source>
        <translation>· {count} warnings; see step 2, F8.</translation>
    </message>
    <message>
        <source>· 整份表都一样：{label}＝{value}。</source>
        <translation>· The same for the whole file: {label} = {value}.</translation>
    </message>
    <message>
        <source>· 顺带新建{label} {count} 条。</source>
        <translation>· Made along the way: {label} {count}.</translation>
    </message>
    <message>
        <source>一列一次的，有日期的每次记一条</source>
        <translation>one column per contact: each with a date is recorded</translation>
    </message>
    <message>
        <source>不写入，退回第 2 步可以改</source>
        <translation>not written; go back to step 2 to put right</translation>
    </message>
    <message>
        <source>不写入，退回第 3 步可以定</source>
        <translation>not written; go back to step 3 to decide</translation>
    </message>
    <message>
        <source>你定的</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>做完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>其中{label} {count} 条。</source>
        <translation> {label} among them: {count}.</translation>
    </message>
    <message>
        <source>回访、走访</source>
        <translation>Follow-ups, visits</translation>
    </message>
    <message>
        <source>已写入：新增 {new} 条，更新 {change} 条，共 {records} 条记录。</source>
        <translation>Written: {new} new, {change} updated, {records} records in all.</translation>
    </message>
    <message>
        <source>已整批撤销</source>
        <translation>All undone</translation>
    </message>
    <message>
        <source>已有，没变</source>
        <translation>Known, unchanged</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>整批撤销</source>
        <translation>Undo all</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建单位、人员</source>
        <translation>Made along the way</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>有错</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>没有别的。</source>
        <translation>Nothing else.</translation>
    </message>
    <message>
        <source>没有导入的 {count} 行另存为…</source>
        <translation>Save the {count} rows not imported…</translation>
    </message>
    <message>
        <source>登记册里或表里前面有，一样</source>
        <translation>in the register or further up, the same</translation>
    </message>
    <message>
        <source>登记册里有，写进不一样的几项</source>
        <translation>in the register; what differs is written</translation>
    </message>
    <message>
        <source>登记册里还没有</source>
        <translation>not yet in the register</translation>
    </message>
    <message>
        <source>表里前面已有同一条，补进那一行</source>
        <translation>the same record stands further up, its row is filled in</translation>
    </message>
    <message>
        <source>表里提到、还没登记的，顺带建好</source>
        <translation>named in the file, not registered yet</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What will be done</translation>
    </message>
    <message>
        <source>要做什么（还什么都没有写）</source>
        <translation>What will be done (nothing is written yet)</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>还要知道的</source>
        <translation>Also good to know</translation>
    </message>
    <message>
        <source>这次导入已撤销，登记册和导入前一样。</source>
        <translation>This import was undone; the register is as it was before.</translation>
    </message>
    <message>
        <source>重复没定</source>
        <translation>Duplicates open</translation>
    </message>
</context>
<context>
    <name>WrittenDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>_Heads</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>年初以来</source>
        <translation>Year to date</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
</context>
<context>
    <name>_PickOne</name>
    <message>
        <source>请从列表里选一个。</source>
        <translation>Choose one from the list.</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>difficulties</name>
    <message>
        <source>{code} {label}？</source>
        <translation>{code} {label}?</translation>
    </message>
    <message>
        <source>可能符合就业困难人员 {code} {label}，是不是由旗县认定</source>
        <translation>May count as hard to employ, {code} {label}; the banner decides</translation>
    </message>
    <message>
        <source>因为</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>上级任务</source>
        <translation>Office tasks</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>信息核实</source>
        <translation>Data checks</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Employers</translation>
    </message>
    <message>
        <source>参训</source>
        <translation>Training attendance</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>培训意愿</source>
        <translation>Training interest</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Vacancies</translation>
    </message>
    <message>
        <source>异常说明</source>
        <translation>Explanations</translation>
    </message>
    <message>
        <source>政策条目</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>月结</source>
        <translation>Closings</translation>
    </message>
    <message>
        <source>职业介绍</source>
        <translation>Job referrals</translation>
    </message>
    <message>
        <source>规则表</source>
        <translation>Rule tables</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visits</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>16至17周岁是未成年工，不能介绍矿山井下、有毒有害等岗位（劳动法第58、64条）。</source>
        <translation>Aged 16 or 17: a juvenile worker, who may not be sent to jobs underground in mines, with toxic substances or the like (Labour Law, Articles 58 and 64).</translation>
    </message>
    <message>
        <source>1、0</source>
        <translation>1, 0</translation>
    </message>
    <message>
        <source>1个月稳岗核对日</source>
        <translation>1-month job check</translation>
    </message>
    <message>
        <source>3个月稳岗核对日</source>
        <translation>3-month job check</translation>
    </message>
    <message>
        <source>6个月稳岗核对日</source>
        <translation>6-month job check</translation>
    </message>
    <message>
        <source>PIN 或密码不对。请检查大小写和输入法后再试；忘了可以用打印的恢复码。</source>
        <translation>Wrong PIN or password. Check capitals and the input method, then try again; if you forgot it, use the printed recovery code.</translation>
    </message>
    <message>
        <source>PIN 至少 {count} 位数字。请再加几位。</source>
        <translation>A PIN has at least {count} digits. Add some more.</translation>
    </message>
    <message>
        <source>U 盘断开了或读写出错，文件没有写完。请插好 U 盘重新写一次，还不行就换一个。</source>
        <translation>The USB stick was disconnected or failed; the file is not complete. Plug it in firmly and write again, or use another stick.</translation>
    </message>
    <message>
        <source>{age} 周岁</source>
        <translation>{age} years old</translation>
    </message>
    <message>
        <source>{cell} 要填的数位数太多，表格会改动它。请改成按文字填。</source>
        <translation>The number for {cell} has too many digits and a workbook would change it. Fill it as text.</translation>
    </message>
    <message>
        <source>{cell} 要填的文字超过 {limit} 字，表格存不下。请缩短再填。</source>
        <translation>The text for {cell} is longer than the {limit} characters that a cell holds. Shorten it and fill again.</translation>
    </message>
    <message>
        <source>{cell} 要填的文字里有表格存不了的字符。请改掉这个字符再填。</source>
        <translation>The text for {cell} has a character that a workbook cannot hold. Change that character and fill again.</translation>
    </message>
    <message>
        <source>{count} 个人留的是同一个电话</source>
        <translation>{count} people gave the same telephone number</translation>
    </message>
    <message>
        <source>{count} 条{label}的备注一字不差</source>
        <translation>{label}: {count} records with exactly the same note</translation>
    </message>
    <message>
        <source>{count} 条{label}的日期早于本人出生、登记或毕业</source>
        <translation>{label}: {count} records dated before the person was born, registered or had graduated</translation>
    </message>
    <message>
        <source>{count} 条{label}过了 {days} 天以上才录入</source>
        <translation>{label}: {count} records typed more than {days} days after their day</translation>
    </message>
    <message>
        <source>{day} 一天有 {count} 条{label}</source>
        <translation>{label}: {count} records on {day} alone</translation>
    </message>
    <message>
        <source>{day} 到岗，还没有证据：合同、工资条、谁核实的</source>
        <translation>Started on {day}, no proof yet: contract, pay slip, who confirmed it</translation>
    </message>
    <message>
        <source>{day} 得知“{told}”，失业登记还没注销</source>
        <translation>Known since {day}: {told}; still registered as unemployed</translation>
    </message>
    <message>
        <source>{day} 才毕业</source>
        <translation>Graduates only on {day}</translation>
    </message>
    <message>
        <source>{day} 没联系上（第 {count} 次）</source>
        <translation>Not reached on {day} (time {count})</translation>
    </message>
    <message>
        <source>{day} 没联系上（第 {count} 次），该再联系了</source>
        <translation>Not reached on {day} (time {count}), time to try again</translation>
    </message>
    <message>
        <source>{day} 认定为就业困难人员</source>
        <translation>recognised as hard to employ on {day}</translation>
    </message>
    <message>
        <source>{day} 说想创业</source>
        <translation>said on {day}: wants to start a business</translation>
    </message>
    <message>
        <source>{day} 说愿意参加培训</source>
        <translation>said on {day}: willing to be trained</translation>
    </message>
    <message>
        <source>{day} 说过想学{trade}</source>
        <translation>said on {day} that they want to learn {trade}</translation>
    </message>
    <message>
        <source>{day} 说需要创业贷款</source>
        <translation>said on {day}: needs a start-up loan</translation>
    </message>
    <message>
        <source>{every}至少回访一次：上次 {last}，今天该回访了</source>
        <translation>A follow-up {every}: last on {last}, due today</translation>
    </message>
    <message>
        <source>{every}至少回访一次：上次 {last}，已过 {days} 天</source>
        <translation>A follow-up {every}: last on {last}, {days} days late</translation>
    </message>
    <message>
        <source>{every}至少回访一次：上次 {last}，最晚 {day}</source>
        <translation>A follow-up {every}: last on {last}, by {day}</translation>
    </message>
    <message>
        <source>{explanation}{next_step}</source>
        <translation>{explanation} {next_step}</translation>
    </message>
    <message>
        <source>{kind}的{label}：表里是{told}，库里是{stored}。库里的没有改。</source>
        <translation>{label} of the {kind}: the table says {told}, the record {stored}. The record was left as it is.</translation>
    </message>
    <message>
        <source>{label}与证件号不一致：表里是{before}，证件号是{after}，按证件号。</source>
        <translation>{label} disagrees with the ID number: the sheet says {before}, the number says {after}; the number is taken.</translation>
    </message>
    <message>
        <source>{label}从 {value} 起</source>
        <translation>{label} from {value}</translation>
    </message>
    <message>
        <source>{label}到 {value} 止</source>
        <translation>{label} until {value}</translation>
    </message>
    <message>
        <source>{label}含“{value}”</source>
        <translation>{label} contains &quot;{value}&quot;</translation>
    </message>
    <message>
        <source>{label}已填</source>
        <translation>{label} is filled in</translation>
    </message>
    <message>
        <source>{label}没填</source>
        <translation>{label} is empty</translation>
    </message>
    <message>
        <source>{label}第 {digit} 位</source>
        <translation>{label}, digit {digit}</translation>
    </message>
    <message>
        <source>{label}（打码）</source>
        <translation>{label} (masked)</translation>
    </message>
    <message>
        <source>{label}：{code}</source>
        <translation>{label}: {code}</translation>
    </message>
    <message>
        <source>{label}：{value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>{label}：数没变，依据的记录变了</source>
        <translation>{label}: the figure is the same, the records behind it changed</translation>
    </message>
    <message>
        <source>{label}：本月 {now}{unit}，上月 {before}{unit}</source>
        <translation>{label}: {now} {unit} this month, {before} {unit} the month before</translation>
    </message>
    <message>
        <source>{label}：结账时 {before}，现在 {now}</source>
        <translation>{label}: {before} when closed, {now} now</translation>
    </message>
    <message>
        <source>{label}：请选 是 或 否。</source>
        <translation>{label}: choose yes or no.</translation>
    </message>
    <message>
        <source>{months} 个月没有核实</source>
        <translation>Not verified for {months} months</translation>
    </message>
    <message>
        <source>{months} 个月联系不上</source>
        <translation>Out of contact for {months} months</translation>
    </message>
    <message>
        <source>{month} 一条记录也没有，各项都是 0。站点那时还没有开始的，不用结账。</source>
        <translation>{month} has no record at all and every figure is 0. If the station had not begun then, do not close it.</translation>
    </message>
    <message>
        <source>{month} 已于 {day} 结账，之后没有变化，不用再结。</source>
        <translation>{month} was closed on {day} and nothing has changed since; there is nothing to close.</translation>
    </message>
    <message>
        <source>{month} 已于 {day} 结过账，再结要写原因，原来的留着。</source>
        <translation>{month} was closed on {day}; to close it again give a reason. The former closing stays.</translation>
    </message>
    <message>
        <source>{month} 已经结过账，再结要写原因。</source>
        <translation>{month} is closed already; to close it again give a reason.</translation>
    </message>
    <message>
        <source>{month} 月的报送包还没做，已过 {days} 天</source>
        <translation>The package of month {month} is not written, {days} days late</translation>
    </message>
    <message>
        <source>{month} 月的报送包还没做，最晚 {day}</source>
        <translation>The package of month {month} is not written, by {day} at the latest</translation>
    </message>
    <message>
        <source>{month} 还没有开始，不能结账。</source>
        <translation>{month} has not begun and cannot be closed.</translation>
    </message>
    <message>
        <source>{month} 还没过完，之后的记录会算作更正或补报。</source>
        <translation>{month} is not over; what is recorded after this counts as a correction or late entry.</translation>
    </message>
    <message>
        <source>{name}：正在推荐别的岗位，还在等回执（{number}）。</source>
        <translation>{name}: is being introduced elsewhere, the slip is not back yet ({number}).</translation>
    </message>
    <message>
        <source>{name}：现在是“{status}”。</source>
        <translation>{name}: is now &quot;{status}&quot;.</translation>
    </message>
    <message>
        <source>{name}：这个岗位已经推荐过，还在等回执（{number}）。</source>
        <translation>{name}: was introduced to this vacancy already, the slip is not back yet ({number}).</translation>
    </message>
    <message>
        <source>{name}：这个岗位推荐过，结果是“{result}”。</source>
        <translation>{name}: was introduced to this vacancy before, the result was &quot;{result}&quot;.</translation>
    </message>
    <message>
        <source>{needed_by} 到岗，本人 {available} 起就能上岗</source>
        <translation>needed by {needed_by}, free from {available}</translation>
    </message>
    <message>
        <source>{needed_by} 就要到岗，本人 {available} 才能上岗，晚 {days} 天</source>
        <translation>needed by {needed_by}, but free only from {available}, {days} days late</translation>
    </message>
    <message>
        <source>{of}的{label}</source>
        <translation>{label} of {of}</translation>
    </message>
    <message>
        <source>{person}到“{title}”的推荐还没有推荐信编号。请先填好编号，再打印。</source>
        <translation>The referral of {person} to “{title}” has no letter number yet. Fill it in, then print.</translation>
    </message>
    <message>
        <source>{reason} {count} 次</source>
        <translation>{reason}: {count}</translation>
    </message>
    <message>
        <source>{season}，原定 {day}，已顺延</source>
        <translation>{season}: moved from {day}</translation>
    </message>
    <message>
        <source>{sheet} 号入户表只有 {lines} 行，没有第 {line} 行。</source>
        <translation>Visit sheet {sheet} has only {lines} lines; there is no line {line}.</translation>
    </message>
    <message>
        <source>{since} 起登记失业</source>
        <translation>registered as unemployed since {since}</translation>
    </message>
    <message>
        <source>{station}报来的岗位，还缺不缺人先问一声</source>
        <translation>reported from {station}: ask first whether it is still open</translation>
    </message>
    <message>
        <source>{table}：第 {row} 行用不了（{reason}）。改好再导入。</source>
        <translation>{table}: row {row} cannot be used ({reason}). Mend it and import again.</translation>
    </message>
    <message>
        <source>{value} 末尾可能少了一个0（1月还是10月，1日还是10日），请写清楚。</source>
        <translation>{value} may have lost a zero at its end (January or October, the 1st or the 10th). Write it out.</translation>
    </message>
    <message>
        <source>{when} 起一小时内录入 {count} 条{label}</source>
        <translation>{label}: {count} records typed within an hour from {when}</translation>
    </message>
    <message>
        <source>{year}年1月至{month}月</source>
        <translation>January to {month}/{year}</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{month}/{year}</translation>
    </message>
    <message>
        <source>{year}年第{quarter}季度</source>
        <translation>Quarter {quarter} of {year}</translation>
    </message>
    <message>
        <source>“{factor}”改不成：分量要写 0 到 {most} 的整数。</source>
        <translation>“{factor}” was not changed: a weight is a whole number from 0 to {most}.</translation>
    </message>
    <message>
        <source>“{name}”是自带方案的名字，没有存。请换一个名字。</source>
        <translation>“{name}” is the name of a built-in profile; nothing was saved. Please choose another name.</translation>
    </message>
    <message>
        <source>“{sheet}”不是普通工作表，没有单元格可填。请选择别的工作表。</source>
        <translation>&quot;{sheet}&quot; is not a sheet with cells to fill. Choose another one.</translation>
    </message>
    <message>
        <source>“{sheet}”装不下这么多行或列。请分成几份填。</source>
        <translation>&quot;{sheet}&quot; cannot hold so many rows or columns. Fill several copies.</translation>
    </message>
    <message>
        <source>“{sheet}”里有{found}，不能自动加行。请在 Excel 里先加够空行，保存后再填。</source>
        <translation>Rows cannot be added to &quot;{sheet}&quot; because of: {found}. Add enough blank rows in Excel, save, and fill again.</translation>
    </message>
    <message>
        <source>“{sheet}”里的行或单元格次序混乱。请用 Excel 或 WPS 打开，另存一份再填。</source>
        <translation>Rows or cells of &quot;{sheet}&quot; are out of order. Open it in Excel or WPS, save a copy and fill that.</translation>
    </message>
    <message>
        <source>“{text}”没有地方放，没有导入。</source>
        <translation>There is no place for “{text}”; it was not imported.</translation>
    </message>
    <message>
        <source>“{title}”是别的站的岗位，海报和图文由那边发；这里可以推荐人去。</source>
        <translation>“{title}” is another station’s vacancy: that station puts out posters and texts. You can introduce people to it here.</translation>
    </message>
    <message>
        <source>“{value}”不在可选项里，请从列表里选。</source>
        <translation>&quot;{value}&quot; is not one of the choices. Choose from the list.</translation>
    </message>
    <message>
        <source>“{words}”不能发布，改掉才能保存。{why}</source>
        <translation>“{words}” must not be published; change it to save. {why}</translation>
    </message>
    <message>
        <source>“{words}”：{why}</source>
        <translation>“{words}”: {why}</translation>
    </message>
    <message>
        <source>√，否则空着</source>
        <translation>√, or empty</translation>
    </message>
    <message>
        <source>一共 {rows} 条，一张表放不下（最多 {most} 条）。请先筛选，分几次导出。</source>
        <translation>{rows} records do not fit into one sheet (at most {most}). Filter first and export in several parts.</translation>
    </message>
    <message>
        <source>一列也没有选。请至少选一列。</source>
        <translation>No column is chosen. Choose at least one.</translation>
    </message>
    <message>
        <source>一年内经推荐招用：{people}</source>
        <translation>took on within a year through referrals: {people}</translation>
    </message>
    <message>
        <source>一格一位</source>
        <translation>One digit a cell</translation>
    </message>
    <message>
        <source>一格里有几样，分开了</source>
        <translation>one cell held several things, taken apart</translation>
    </message>
    <message>
        <source>一行一个人：姓名、证件号、电话，中间空一格。</source>
        <translation>One person a line: name, ID number, phone, with a blank between them.</translation>
    </message>
    <message>
        <source>一起益企：{what}{every}走访一次，上次 {last}</source>
        <translation>Visits: {what}one {every}, last on {last}</translation>
    </message>
    <message>
        <source>一起益企：{what}本月还没走访，上次 {last}</source>
        <translation>Visits: {what}not seen this month, last on {last}</translation>
    </message>
    <message>
        <source>一起益企：{what}登记后还没走访过</source>
        <translation>Visits: {what}never seen since registered</translation>
    </message>
    <message>
        <source>上榜日</source>
        <translation>Listed on</translation>
    </message>
    <message>
        <source>上次核实 {day}</source>
        <translation>Last verified {day}</translation>
    </message>
    <message>
        <source>上级不结账：月结由站点做，上级核对。</source>
        <translation>An office does not close months: stations do, and the office checks.</translation>
    </message>
    <message>
        <source>上级任务</source>
        <translation>Task from above</translation>
    </message>
    <message>
        <source>上级任务期限 {day}</source>
        <translation>Task from above, due {day}</translation>
    </message>
    <message>
        <source>上级任务逾期 {days} 天</source>
        <translation>Task from above, {days} d overdue</translation>
    </message>
    <message>
        <source>上级名单上有、本站没有登记的人：姓名、证件号、电话。</source>
        <translation>Somebody on a list from above who is not registered here: name, ID number, phone.</translation>
    </message>
    <message>
        <source>上级要求改的还有 {count} 条，改好再结账。</source>
        <translation>The office still wants {count} records put right; do that before closing.</translation>
    </message>
    <message>
        <source>上级请改 {count} 处</source>
        <translation>The office asks for {count} corrections</translation>
    </message>
    <message>
        <source>下一步、去向</source>
        <translation>Next step or reason</translation>
    </message>
    <message>
        <source>下拉里有哪些项读不出来</source>
        <translation>the entries of its drop-down cannot be read</translation>
    </message>
    <message>
        <source>下拉里没有对得上的一项</source>
        <translation>nothing in the drop-down means it</translation>
    </message>
    <message>
        <source>下次日期</source>
        <translation>Next date</translation>
    </message>
    <message>
        <source>下达日期</source>
        <translation>Date assigned</translation>
    </message>
    <message>
        <source>不像电话号码。请录11位手机号，或区号加座机号。</source>
        <translation>This does not look like a phone number. Enter an 11-digit mobile number, or area code and landline number.</translation>
    </message>
    <message>
        <source>不属于重点群体</source>
        <translation>In no key group</translation>
    </message>
    <message>
        <source>不满 {age} 周岁</source>
        <translation>under {age}</translation>
    </message>
    <message>
        <source>不满16周岁，不能登记求职或介绍工作（劳动法第15条）。请核对出生日期。</source>
        <translation>Under 16: may not be registered as a job-seeker or referred to a job (Labour Law, Article 15). Check the date of birth.</translation>
    </message>
    <message>
        <source>不满16周岁，不能登记求职，请核对出生日期。</source>
        <translation>Under 16: may not be registered as a job-seeker. Check the date of birth.</translation>
    </message>
    <message>
        <source>不用再做什么；站点若没有收到回执，再发一次回执。</source>
        <translation>Nothing more to do; if the station did not get its receipt, send the receipt again.</translation>
    </message>
    <message>
        <source>不知道要填什么</source>
        <translation>it is not known what belongs here</translation>
    </message>
    <message>
        <source>不能给这条记录写意见：记录已删除，或字段、理由不在表里。请刷新后重新选择。</source>
        <translation>No comment can be written on this record: it was deleted, or field or reason is not in the table. Refresh and choose again.</translation>
    </message>
    <message>
        <source>专业</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>两个日期的先后不对，请核对。</source>
        <translation>The two dates are in the wrong order. Please check.</translation>
    </message>
    <message>
        <source>两张清单</source>
        <translation>The two lists</translation>
    </message>
    <message>
        <source>个体户没有可先空着，以后补。</source>
        <translation>A sole trader without one may leave this empty and add it later.</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>了解培训需求</source>
        <translation>Training needs asked</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>人数未填</source>
        <translation>number not stated</translation>
    </message>
    <message>
        <source>什么异常</source>
        <translation>What is odd</translation>
    </message>
    <message>
        <source>从业 {count} 人</source>
        <translation>{count} people work there</translation>
    </message>
    <message>
        <source>从业人数</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>代替的月结</source>
        <translation>Closing that it replaces</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>代码和名称</source>
        <translation>Code and name</translation>
    </message>
    <message>
        <source>代码里不会有字母I、O、S、V、Z和其他符号。多半是1、0、5、U、2，请看营业执照。</source>
        <translation>The code never has the letters I, O, S, V, Z or other signs. Most likely they are 1, 0, 5, U, 2: see the business licence.</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>企业诉求 {days} 天未销号</source>
        <translation>Employer’s request open for {days} d</translation>
    </message>
    <message>
        <source>企业诉求</source>
        <translation>Requests of the employer</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>保留至</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>信息数据核实</source>
        <translation>Data checks</translation>
    </message>
    <message>
        <source>信息核实</source>
        <translation>Data check</translation>
    </message>
    <message>
        <source>元</source>
        <translation>Yuan</translation>
    </message>
    <message>
        <source>先升级这里的蒙站，再读这个包。</source>
        <translation>Update Mengzhan here first, then read this package.</translation>
    </message>
    <message>
        <source>先核对包号校验；对不上就重新拷贝，对得上就请对方重新选择接收单位再发。</source>
        <translation>First compare the package check number. If it differs, copy the file again; if it agrees, ask the sender to choose the right receiver and send again.</translation>
    </message>
    <message>
        <source>全称</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>全角改半角</source>
        <translation>full-width characters made half-width</translation>
    </message>
    <message>
        <source>全部列</source>
        <translation>All columns</translation>
    </message>
    <message>
        <source>共享给其他站</source>
        <translation>Share with other stations</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他站的岗位</source>
        <translation>Other stations</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>内容太长，请写短一些。</source>
        <translation>The text is too long. Please shorten it.</translation>
    </message>
    <message>
        <source>内容损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>写入失败（{reason}）。请换一个 U 盘或位置，重新写一次。</source>
        <translation>Writing failed ({reason}). Use another stick or place and write again.</translation>
    </message>
    <message>
        <source>写完后核对不一致，文件已删除。这个 U 盘不可靠，请换一个再写。</source>
        <translation>The file differed when it was read back and was deleted. This stick is not reliable: use another one.</translation>
    </message>
    <message>
        <source>写法统一</source>
        <translation>written in the usual way</translation>
    </message>
    <message>
        <source>减去重复的（一人属于几个群体）</source>
        <translation>Less those counted twice (several groups)</translation>
    </message>
    <message>
        <source>几条记录不一样，定不了填哪个</source>
        <translation>it is not the same for all records</translation>
    </message>
    <message>
        <source>凭什么说人已到岗：合同、工资条、单位证明……</source>
        <translation>What shows that they started: contract, pay slip, a note of the employer…</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>出生日期在今天之后。请核对第7到14位。</source>
        <translation>The date of birth is after today. Check digits 7 to 14.</translation>
    </message>
    <message>
        <source>刚做的备份没有通过检查，已删除；以前的备份还在。请重新打开蒙站，让它检查数据库。</source>
        <translation>The backup just made did not pass its check and was deleted; earlier backups are still there. Open Mengzhan again and let it check the database.</translation>
    </message>
    <message>
        <source>创业意愿</source>
        <translation>Wants to start a business</translation>
    </message>
    <message>
        <source>创业项目</source>
        <translation>Business project</translation>
    </message>
    <message>
        <source>到岗后离职</source>
        <translation>Started, then left</translation>
    </message>
    <message>
        <source>到岗日期</source>
        <translation>Start of work</translation>
    </message>
    <message>
        <source>到岗满 {months} 个月已过 {days} 天，还在岗吗？</source>
        <translation>{months} months at work were over {days} days ago. Still there?</translation>
    </message>
    <message>
        <source>到岗满 {months} 个月是 {day}，还没到。</source>
        <translation>{months} months at work are over on {day}, not yet.</translation>
    </message>
    <message>
        <source>到岗满 {months} 个月，还在岗吗？</source>
        <translation>{months} months at work are over. Still there?</translation>
    </message>
    <message>
        <source>到岗证据</source>
        <translation>Proof of starting work</translation>
    </message>
    <message>
        <source>办到{licence}就合适</source>
        <translation>fits once they have: {licence}</translation>
    </message>
    <message>
        <source>包能解开，但里面的内容不完整或不合规定。什么都没有改动。</source>
        <translation>The package opens, but its content is incomplete or breaks the rules. Nothing was changed.</translation>
    </message>
    <message>
        <source>包里的记录以前都收过，这次没有任何改动。</source>
        <translation>All records of the package had been received before; nothing was changed this time.</translation>
    </message>
    <message>
        <source>包里的记录前后对不上，可能被改过或数据库已损坏。什么都没有改动。</source>
        <translation>The records of the package do not follow on one another: they may have been altered or the database is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>包里的记录已全部并入。</source>
        <translation>All records of the package were taken in.</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>单位把人数加到 {needed} 人就合适</source>
        <translation>fits if the employer takes {needed}</translation>
    </message>
    <message>
        <source>单位类型：{label}</source>
        <translation>type of employer: {label}</translation>
    </message>
    <message>
        <source>单位能等到 {available} 就合适</source>
        <translation>fits if the employer can wait until {available}</translation>
    </message>
    <message>
        <source>占几行的合并单元格</source>
        <translation>merged cells of several rows for each record</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Old value</translation>
    </message>
    <message>
        <source>去掉空格</source>
        <translation>spaces taken out</translation>
    </message>
    <message>
        <source>参保 {count} 人</source>
        <translation>{count} insured</translation>
    </message>
    <message>
        <source>参保人数</source>
        <translation>Insured staff</translation>
    </message>
    <message>
        <source>参加过{trade}培训，已结业</source>
        <translation>finished a course: {trade}</translation>
    </message>
    <message>
        <source>参训</source>
        <translation>Training attendance</translation>
    </message>
    <message>
        <source>另有 {count} 条条件都够，只是工种不沾边，没有列出。</source>
        <translation>{count} more meet all conditions but are of quite another trade; they are not listed.</translation>
    </message>
    <message>
        <source>只有年份，按1月1日</source>
        <translation>only the year: taken as 1 January</translation>
    </message>
    <message>
        <source>只有年月，按当月1日</source>
        <translation>only the month: taken as its first day</translation>
    </message>
    <message>
        <source>只缺 {left} 人，已有 {waiting} 人推荐中，再推 {more} 人偏多。</source>
        <translation>Only {left} still wanted, {waiting} are being introduced already; {more} more are rather many.</translation>
    </message>
    <message>
        <source>只能合并两条不同的同类记录。</source>
        <translation>Only two different records of the same kind can be merged.</translation>
    </message>
    <message>
        <source>只能填 xlsx 或 xlsm 表格。请用 Excel 或 WPS 打开，另存为 xlsx 再填。</source>
        <translation>Only xlsx and xlsm workbooks can be filled. Open it in Excel or WPS, save it as xlsx and fill that.</translation>
    </message>
    <message>
        <source>可上岗日</source>
        <translation>Can start on</translation>
    </message>
    <message>
        <source>可去范围</source>
        <translation>Willing to go</translation>
    </message>
    <message>
        <source>可用月份</source>
        <translation>Months available</translation>
    </message>
    <message>
        <source>可能不属于本站，请核对常住地。</source>
        <translation>May not belong to this station. Check where the person lives.</translation>
    </message>
    <message>
        <source>可能与另一条记录重复，请核对后合并。</source>
        <translation>May be a duplicate of another record. Check and merge.</translation>
    </message>
    <message>
        <source>可能已到领养老金的年龄</source>
        <translation>Possibly of pension age</translation>
    </message>
    <message>
        <source>可能已到领养老金的年龄（{month}）</source>
        <translation>Possibly of pension age ({month})</translation>
    </message>
    <message>
        <source>可能已到龄：{post}，{year}年{month}月满 {years} 岁 {months} 个月，问问是否领养老金</source>
        <translation>May be of age: {post}, {years} years {months} months in {year}-{month}; ask about a pension</translation>
    </message>
    <message>
        <source>可能已到龄：{post}，{year}年{month}月满 {years} 岁，问问是否领养老金</source>
        <translation>May be of age: {post}, {years} years in {year}-{month}; ask about a pension</translation>
    </message>
    <message>
        <source>可能重复，等你决定</source>
        <translation>may be a duplicate: waits for you</translation>
    </message>
    <message>
        <source>各项指标</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>合同签订日期</source>
        <translation>Contract signed on</translation>
    </message>
    <message>
        <source>同一个站点的数据有两份副本各自改过，两边的记录都已保留，没有丢弃。</source>
        <translation>Two copies of one station’s data were changed separately. The records of both were kept; none was dropped.</translation>
    </message>
    <message>
        <source>同一信用代码在别的站点也有登记，请两站商定由谁服务。</source>
        <translation>The same credit code is registered at another station too. Let both agree who serves it.</translation>
    </message>
    <message>
        <source>同一单位已有同名的{label}</source>
        <translation>This employer already has one of the same name ({label})</translation>
    </message>
    <message>
        <source>同一天已有一条同样的{label}</source>
        <translation>The same exists already on that day ({label})</translation>
    </message>
    <message>
        <source>同一证件号在别的站点也有登记，请两站商定由谁服务。</source>
        <translation>The same ID number is registered at another station too. Let both agree who serves the person.</translation>
    </message>
    <message>
        <source>同上，取上一行的</source>
        <translation>ditto: taken from the row above</translation>
    </message>
    <message>
        <source>同名，两条都没有别的可以分辨</source>
        <translation>Same name, and neither says anything else to tell them apart</translation>
    </message>
    <message>
        <source>同名，但性别、生日或电话对不上</source>
        <translation>a namesake whose sex, birth date or telephone differs</translation>
    </message>
    <message>
        <source>同名，同一个嘎查村或社区</source>
        <translation>Same name, same gacha, village or community</translation>
    </message>
    <message>
        <source>同名，同年出生</source>
        <translation>Same name, same year of birth</translation>
    </message>
    <message>
        <source>同音名，同一个嘎查村或社区</source>
        <translation>Same-sounding name, same gacha, village or community</translation>
    </message>
    <message>
        <source>同音名，同年出生</source>
        <translation>Same-sounding name, same year of birth</translation>
    </message>
    <message>
        <source>名册里没有代码为 {code} 的站点。请先添加站点。</source>
        <translation>The roster has no station with code {code}. Add the station first.</translation>
    </message>
    <message>
        <source>名册里没有这台在用的设备。请刷新名册再试。</source>
        <translation>The roster has no such device in use. Refresh the roster and try again.</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>名单上不在册的人</source>
        <translation>On the list, not registered</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>名称相同</source>
        <translation>Same name</translation>
    </message>
    <message>
        <source>名额满</source>
        <translation>full</translation>
    </message>
    <message>
        <source>告知同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>和登记的一样，没有要改的。没变请记“信息一致”。</source>
        <translation>The same as registered: there is nothing to change. If nothing changed, record “Data agree”.</translation>
    </message>
    <message>
        <source>哪一条</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>哪张表</source>
        <translation>Which table</translation>
    </message>
    <message>
        <source>嘎查村、社区以下的门牌或位置。</source>
        <translation>House number or place within the village or community.</translation>
    </message>
    <message>
        <source>回执期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>困难类型</source>
        <translation>Type of hardship</translation>
    </message>
    <message>
        <source>困难认定日期</source>
        <translation>Hardship recognised on</translation>
    </message>
    <message>
        <source>固定文字</source>
        <translation>Fixed words</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>a chart</translation>
    </message>
    <message>
        <source>在哪办</source>
        <translation>Where to apply</translation>
    </message>
    <message>
        <source>地址对到地区</source>
        <translation>address found among the places</translation>
    </message>
    <message>
        <source>地方、时间、证照、年龄没有查出不够的</source>
        <translation>place, time, licences and age: nothing found missing</translation>
    </message>
    <message>
        <source>培训人数</source>
        <translation>People to train</translation>
    </message>
    <message>
        <source>培训工种</source>
        <translation>Training trade</translation>
    </message>
    <message>
        <source>培训形式</source>
        <translation>Form of training</translation>
    </message>
    <message>
        <source>培训意愿</source>
        <translation>Training interest</translation>
    </message>
    <message>
        <source>培训或见习</source>
        <translation>Training or traineeship</translation>
    </message>
    <message>
        <source>培训班</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>培训类型</source>
        <translation>Type of training</translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>填了撤下日期，请选撤下原因：招满、撤回……</source>
        <translation>It has a closing date: please choose why it was closed (filled, withdrawn…).</translation>
    </message>
    <message>
        <source>填写的格式不对，请重新填写。</source>
        <translation>The format is wrong. Fill it in again.</translation>
    </message>
    <message>
        <source>填好后性别、出生日期自动带出。</source>
        <translation>Sex and date of birth follow from it.</translation>
    </message>
    <message>
        <source>填好后核对不一致，没有存出来。请用 Excel 或 WPS 打开原表，另存一份再填。</source>
        <translation>What was filled in did not read back the same, so nothing was saved. Open the form in Excel or WPS, save a copy and fill that.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>外出月份</source>
        <translation>Months away</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>失业人员回访</source>
        <translation>Follow-up of unemployed people</translation>
    </message>
    <message>
        <source>失业原因</source>
        <translation>Reason for unemployment</translation>
    </message>
    <message>
        <source>失业原因：{label}</source>
        <translation>reason for unemployment: {label}</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名写法有误，请照证件核对。</source>
        <translation>The name is written wrongly. Compare with the ID card.</translation>
    </message>
    <message>
        <source>姓名只有一个字。请核对是否漏录。</source>
        <translation>The name has only one character. Check whether something is missing.</translation>
    </message>
    <message>
        <source>姓名是外文字母。中国公民请照身份证录汉字，外国人可以保留。</source>
        <translation>The name is in foreign letters. For a Chinese citizen enter the characters on the ID card; for a foreigner it may stay.</translation>
    </message>
    <message>
        <source>姓名是蒙古文。请录身份证上的汉字写法，蒙古文写到备注里。</source>
        <translation>The name is in Mongolian script. Enter the Chinese characters on the ID card and put the Mongolian into the notes.</translation>
    </message>
    <message>
        <source>姓名有{count}个字，最多{most}个。请核对是否多录了内容。</source>
        <translation>The name has {count} characters, at most {most} are allowed. Check whether something else was entered with it.</translation>
    </message>
    <message>
        <source>姓名里有不该有的符号。请只录汉字，分隔用中间点“·”。</source>
        <translation>The name contains signs that do not belong there. Enter characters only, separated by a middle dot &quot;·&quot;.</translation>
    </message>
    <message>
        <source>姓名里有括号。请把括号里的说明写到备注里。</source>
        <translation>The name contains brackets. Put what is in them into the notes.</translation>
    </message>
    <message>
        <source>姓名里有数字。请只录姓名，编号和电话录到各自的栏里。</source>
        <translation>The name contains digits. Enter the name only; numbers and phones have fields of their own.</translation>
    </message>
    <message>
        <source>学历</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>家和岗位不在一个省区</source>
        <translation>home and workplace are in different provinces</translation>
    </message>
    <message>
        <source>家和岗位同在{place}</source>
        <translation>home and workplace are both in {place}</translation>
    </message>
    <message>
        <source>家和岗位都在{place}</source>
        <translation>home and workplace are both in {place}</translation>
    </message>
    <message>
        <source>家庭住址</source>
        <translation>Home address</translation>
    </message>
    <message>
        <source>密钥码对不上，没有登记。请让站点再念一遍 20 位数字；仍不一致就不要登记。</source>
        <translation>The key code differs; nothing was registered. Have the station read the 20 digits again; if they still differ, do not register.</translation>
    </message>
    <message>
        <source>对方的版本较新</source>
        <translation>Sender’s version is newer</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>导出方案文件的“{name}”不对，没有读入。请让对方重新存一份。</source>
        <translation>&quot;{name}&quot; in the profile file is not right; nothing was taken in. Ask for the file again.</translation>
    </message>
    <message>
        <source>就业与登记</source>
        <translation>Employment and registration</translation>
    </message>
    <message>
        <source>就业状态</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>就业状态是{label}</source>
        <translation>employment status: {label}</translation>
    </message>
    <message>
        <source>居住情况</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>屏幕上的列</source>
        <translation>Columns on the screen</translation>
    </message>
    <message>
        <source>属于{label}</source>
        <translation>belongs to: {label}</translation>
    </message>
    <message>
        <source>岗位 {month} 月开始，本人{limit}（{months} 月）</source>
        <translation>the work begins in month {month}; {limit} (months {months})</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Vacancy</translation>
    </message>
    <message>
        <source>岗位写着“{word}”</source>
        <translation>the vacancy says “{word}”</translation>
    </message>
    <message>
        <source>岗位名</source>
        <translation>Job title</translation>
    </message>
    <message>
        <source>岗位在{place}，在可去范围内（{range}）</source>
        <translation>the workplace is in {place}, within range ({range})</translation>
    </message>
    <message>
        <source>岗位在{place}，家或岗位写得不细，在不在可去范围内（{range}）说不准</source>
        <translation>the workplace is in {place}; home or workplace is known too roughly to say whether it is within range ({range})</translation>
    </message>
    <message>
        <source>岗位在{place}，超出可去范围（{range}）</source>
        <translation>the workplace is in {place}, out of range ({range})</translation>
    </message>
    <message>
        <source>岗位工资面议，和期望月薪没法比</source>
        <translation>pay by agreement cannot be compared with the wish</translation>
    </message>
    <message>
        <source>岗位招到 {until}，本人 {available} 才能上岗，晚 {days} 天</source>
        <translation>open until {until}, but free only from {available}, {days} days late</translation>
    </message>
    <message>
        <source>岗位推荐 1</source>
        <translation>Job offer 1</translation>
    </message>
    <message>
        <source>岗位推荐 2</source>
        <translation>Job offer 2</translation>
    </message>
    <message>
        <source>岗位推荐 3</source>
        <translation>Job offer 3</translation>
    </message>
    <message>
        <source>岗位有效期到 {until}，已经过了</source>
        <translation>the vacancy was valid until {until}</translation>
    </message>
    <message>
        <source>岗位没写在哪个地区</source>
        <translation>the vacancy does not say where</translation>
    </message>
    <message>
        <source>岗位没写工种</source>
        <translation>the vacancy names no occupation</translation>
    </message>
    <message>
        <source>岗位没写工种，岗位名“{title}”按{occupation}算</source>
        <translation>no occupation given; the title “{title}” is read as {occupation}</translation>
    </message>
    <message>
        <source>岗位没写招几人</source>
        <translation>the vacancy does not say how many</translation>
    </message>
    <message>
        <source>岗位没写明工资</source>
        <translation>the vacancy does not state its pay</translation>
    </message>
    <message>
        <source>岗位要{licence}，本人没有登记</source>
        <translation>asks for: {licence}; none registered</translation>
    </message>
    <message>
        <source>岗位要{words}，本人没有登记技能</source>
        <translation>asks for {words}; no skills registered</translation>
    </message>
    <message>
        <source>岗位要{words}，本人登记的技能里没有</source>
        <translation>asks for {words}; not among the skills registered</translation>
    </message>
    <message>
        <source>岗位要的{words}，本人会</source>
        <translation>has the skills asked for: {words}</translation>
    </message>
    <message>
        <source>岗位要的证照都有：{licences}</source>
        <translation>has the licences asked for: {licences}</translation>
    </message>
    <message>
        <source>岗位计件，和期望月薪没法比</source>
        <translation>piece work cannot be compared with the monthly wish</translation>
    </message>
    <message>
        <source>岗位还要别的证照，看岗位条件</source>
        <translation>asks for other papers too, see its conditions</translation>
    </message>
    <message>
        <source>岗位需蒙古语沟通，本人没有登记会不会</source>
        <translation>needs Mongolian; not registered whether they speak it</translation>
    </message>
    <message>
        <source>岗位需蒙古语沟通，本人能说</source>
        <translation>needs Mongolian, which they speak</translation>
    </message>
    <message>
        <source>嵌入对象</source>
        <translation>embedded objects</translation>
    </message>
    <message>
        <source>工作内容</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>工作地点</source>
        <translation>Place of work</translation>
    </message>
    <message>
        <source>工作表“{sheet}”到单元格 {cell} 还没有完，最多能读 {most} 行。请删去下面多余的行，或分成几个文件。</source>
        <translation>Sheet &quot;{sheet}&quot; goes on at cell {cell}; at most {most} rows can be read. Delete the rows that are not needed, or split the file.</translation>
    </message>
    <message>
        <source>工作表“{sheet}”在单元格 {cell} 还有内容，最多能读 {most} 列。请删去右边多余的内容。</source>
        <translation>Sheet &quot;{sheet}&quot; still has contents in cell {cell}; at most {most} columns can be read. Delete what is not needed on the right.</translation>
    </message>
    <message>
        <source>工作表“{sheet}”的单元格 {cell} 里有 {size} 个字，最多 {most} 个。请检查是不是缺了换行、分隔符或引号。</source>
        <translation>Cell {cell} of sheet &quot;{sheet}&quot; holds {size} characters, at most {most} can be read. Check for a missing line break, delimiter or quotation mark.</translation>
    </message>
    <message>
        <source>工种</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>差{licence}</source>
        <translation>lacks: {licence}</translation>
    </message>
    <message>
        <source>差出生日期</source>
        <translation>date of birth missing</translation>
    </message>
    <message>
        <source>已 {days} 天没向单位确认，还在招吗？</source>
        <translation>Not confirmed for {days} days, still open?</translation>
    </message>
    <message>
        <source>已 {limit} 个月联系不上（上次联系上 {last}），可按“连续6个月无法取得联系”注销</source>
        <translation>Not reached for {limit} months (last on {last}); may be deregistered as out of contact</translation>
    </message>
    <message>
        <source>已 {limit} 个月联系不上（登记后没有联系上过），可按“连续6个月无法取得联系”注销</source>
        <translation>Not reached for {limit} months (never since registered); may be deregistered as out of contact</translation>
    </message>
    <message>
        <source>已写 {done} 条，共 {total} 条</source>
        <translation>{done} of {total} records written</translation>
    </message>
    <message>
        <source>已告知信息用途，本人同意登记。</source>
        <translation>Told what the data are for; agrees to be registered.</translation>
    </message>
    <message>
        <source>已拒绝 {count} 次</source>
        <translation>Refused {count} times</translation>
    </message>
    <message>
        <source>已收下</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已收下，时间存疑</source>
        <translation>Accepted, clock doubtful</translation>
    </message>
    <message>
        <source>已收下，有两份副本</source>
        <translation>Accepted, two copies exist</translation>
    </message>
    <message>
        <source>已有 {months} 个整月没有回访（{every}至少一次）：上次 {last}</source>
        <translation>{months} whole months without a follow-up (one {every}): last on {last}</translation>
    </message>
    <message>
        <source>已有同名文件，不会覆盖它。可以改用：{proposed}</source>
        <translation>A file of this name exists and will not be overwritten. You could use: {proposed}</translation>
    </message>
    <message>
        <source>已有同名的{label}</source>
        <translation>There is already a {label} of this name</translation>
    </message>
    <message>
        <source>已有，没变</source>
        <translation>already in, unchanged</translation>
    </message>
    <message>
        <source>已离职</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>已认定为就业困难人员</source>
        <translation>recognised as hard to employ</translation>
    </message>
    <message>
        <source>带撇号</source>
        <translation>With apostrophe</translation>
    </message>
    <message>
        <source>常住地</source>
        <translation>Lives in</translation>
    </message>
    <message>
        <source>常用列</source>
        <translation>Usual columns</translation>
    </message>
    <message>
        <source>年份不对，请核对。</source>
        <translation>The year is wrong. Please check.</translation>
    </message>
    <message>
        <source>年月 2026-11</source>
        <translation>Month 2026-11</translation>
    </message>
    <message>
        <source>年月 2026.11</source>
        <translation>Month 2026.11</translation>
    </message>
    <message>
        <source>年月 2026/11</source>
        <translation>Month 2026/11</translation>
    </message>
    <message>
        <source>年月 202611</source>
        <translation>Month 202611</translation>
    </message>
    <message>
        <source>年月 2026年11月</source>
        <translation>Month 2026年11月</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>并入前面的行</source>
        <translation>joined to an earlier row</translation>
    </message>
    <message>
        <source>并入后的条数对不上，已全部退回，什么都没有改动。请导出诊断报告，连同这个包交给技术人员。</source>
        <translation>The number of records taken in did not add up, so all of it was rolled back; nothing was changed. Export the diagnostic report and give it to support together with this package.</translation>
    </message>
    <message>
        <source>广告有问题</source>
        <translation>Faulty ads</translation>
    </message>
    <message>
        <source>广告规则表第 {row} 行用不了：{reason}</source>
        <translation>Line {row} of the table of ad rules cannot be used: {reason}</translation>
    </message>
    <message>
        <source>广告问题</source>
        <translation>Problem in the ad</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>座机没有区号。请在前面补上区号，如0482-8212345。</source>
        <translation>The landline number lacks its area code. Put it in front, as in 0482-8212345.</translation>
    </message>
    <message>
        <source>开工日期</source>
        <translation>Work begins</translation>
    </message>
    <message>
        <source>开班日期</source>
        <translation>Class begins</translation>
    </message>
    <message>
        <source>异常说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>引用下方单元格的公式</source>
        <translation>a formula that refers to cells below it</translation>
    </message>
    <message>
        <source>往后放没有写原因，请补上。</source>
        <translation>Put off without a reason: add one.</translation>
    </message>
    <message>
        <source>往后放要有原因，请选一个。</source>
        <translation>Putting off needs a reason, please choose one.</translation>
    </message>
    <message>
        <source>往后放要选今天以后的日子。</source>
        <translation>Please choose a day to come.</translation>
    </message>
    <message>
        <source>征集空缺岗位</source>
        <translation>Vacancy collection</translation>
    </message>
    <message>
        <source>必填的一项还没有填。</source>
        <translation>A required field is empty.</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>恢复码一共 {need} 个字符，现在输入了 {typed} 个。请对照打印的恢复码补全。</source>
        <translation>A recovery code has {need} characters; {typed} were typed. Complete it from the printed code.</translation>
    </message>
    <message>
        <source>恢复码没有抄错，但不是这份数据现用的恢复码（可能是旧的，或是别的站点的）。请找最近打印的那张。</source>
        <translation>The recovery code is copied correctly but is not the current one of this data (it may be an old one or another station’s). Find the sheet printed last.</translation>
    </message>
    <message>
        <source>恢复码第 {group} 组抄错了。请对照打印的恢复码检查这一组（恢复码里没有 0、O、1、I、L 这几个字符）。</source>
        <translation>Group {group} of the recovery code is copied wrongly. Compare it with the printed code (0, O, 1, I and L never occur in it).</translation>
    </message>
    <message>
        <source>想做{wanted}，和{occupation}只同属{group}（大类）</source>
        <translation>wants {wanted}, which shares only the major group {group} with {occupation}</translation>
    </message>
    <message>
        <source>想做{wanted}，和{occupation}同属{group}（中类）</source>
        <translation>wants {wanted}, of the same middle group {group} as {occupation}</translation>
    </message>
    <message>
        <source>想做{wanted}，和{occupation}同是{group}（小类）</source>
        <translation>wants {wanted}, of the same small group {group} as {occupation}</translation>
    </message>
    <message>
        <source>想做的就是{occupation}</source>
        <translation>wants this very work: {occupation}</translation>
    </message>
    <message>
        <source>想学</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>想学工种</source>
        <translation>Trade to learn</translation>
    </message>
    <message>
        <source>意向工种</source>
        <translation>Trades wanted</translation>
    </message>
    <message>
        <source>愿意去到{needed}就合适</source>
        <translation>fits if they would go as far as: {needed}</translation>
    </message>
    <message>
        <source>愿意参加培训</source>
        <translation>Willing to train</translation>
    </message>
    <message>
        <source>户口性质</source>
        <translation>Household registration type</translation>
    </message>
    <message>
        <source>户籍地</source>
        <translation>Registered residence</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household number</translation>
    </message>
    <message>
        <source>所在地</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>所在旗县</source>
        <translation>Banner or county</translation>
    </message>
    <message>
        <source>所在苏木乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>所属地区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>所选的项目不在代码表里，请重新选择。</source>
        <translation>The choice is not in the code table. Choose again.</translation>
    </message>
    <message>
        <source>手机号应是11位，现在是{count}位。请核对后重新录入。</source>
        <translation>A mobile number has 11 digits, this one has {count}. Check it and enter it again.</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>打不开数据文件。请确认数据文件夹在本机硬盘上、当前用户有权限，再打开蒙站。</source>
        <translation>The data file cannot be opened. Make sure that the data folder is on this computer’s disk and that you may use it, then open Mengzhan again.</translation>
    </message>
    <message>
        <source>打不开，或不是 Word 文件（.docx）</source>
        <translation>cannot be opened, or is no Word file (.docx)</translation>
    </message>
    <message>
        <source>打印机没有接收。请看它是否开着、有没有连上；也可以先存成 PDF 再打印。</source>
        <translation>The printer took nothing. See whether it is on and connected; or save a PDF first and print that.</translation>
    </message>
    <message>
        <source>打码</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>扩展的条件格式或数据验证</source>
        <translation>extended conditional formats or validations</translation>
    </message>
    <message>
        <source>找不到工种“{value}”，换个说法试试，例如 服务员。</source>
        <translation>No trade &quot;{value}&quot; was found. Try another word, such as 服务员.</translation>
    </message>
    <message>
        <source>找不到这个位置。请插好 U 盘，再选一次。</source>
        <translation>This place cannot be found. Plug in the stick and choose again.</translation>
    </message>
    <message>
        <source>找不到这个文件夹（写错了，或盘被拔出），没有保存。请换个地方存，或接好盘再试一次。</source>
        <translation>This folder cannot be found (mistyped, or the stick was pulled out); nothing was saved. Choose another place, or plug the stick in and try again.</translation>
    </message>
    <message>
        <source>找不到这个文件，可能已被移走、改名，或 U 盘已拔出。请重新选一次。</source>
        <translation>This file cannot be found. It may have been moved or renamed, or the USB stick was pulled out. Choose it again.</translation>
    </message>
    <message>
        <source>技能</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>技能等级</source>
        <translation>Skill level</translation>
    </message>
    <message>
        <source>技能等级：{label}</source>
        <translation>skill level: {label}</translation>
    </message>
    <message>
        <source>技能等级：{level}</source>
        <translation>skill level: {level}</translation>
    </message>
    <message>
        <source>把回执发回站点。</source>
        <translation>Send the receipt to the station.</translation>
    </message>
    <message>
        <source>报酬与条件</source>
        <translation>Pay and conditions</translation>
    </message>
    <message>
        <source>招 {headcount} 人，已到岗 {arrived} 人，名额满了</source>
        <translation>{headcount} wanted, {arrived} have started: full</translation>
    </message>
    <message>
        <source>招 {wanted} 人，还缺 {left} 人</source>
        <translation>{wanted} wanted, {left} still open</translation>
    </message>
    <message>
        <source>招聘用语像诈骗或违法收费，请向单位核实后改掉。</source>
        <translation>The words look like fraud or an unlawful fee. Ask the employer, then change them.</translation>
    </message>
    <message>
        <source>招聘用语检查里允许保留的词，各有理由。</source>
        <translation>Words that the ad check lets stand, each with its reason.</translation>
    </message>
    <message>
        <source>挂出几天未满算有活没人干</source>
        <translation>Days after which a vacancy counts as unfilled</translation>
    </message>
    <message>
        <source>按 12 个月</source>
        <translation>over 12 months </translation>
    </message>
    <message>
        <source>按一个月 21.75 天</source>
        <translation>at 21.75 days a month </translation>
    </message>
    <message>
        <source>按一个月 21.75 天、一天 8 小时</source>
        <translation>at 21.75 days a month of 8 hours </translation>
    </message>
    <message>
        <source>按此号码已超过{age}岁。请核对第7到10位的年份。</source>
        <translation>By this number the person is over {age}. Check the year in digits 7 to 10.</translation>
    </message>
    <message>
        <source>换了位置 {headers}</source>
        <translation>moved: {headers}</translation>
    </message>
    <message>
        <source>授课语言</source>
        <translation>Language of teaching</translation>
    </message>
    <message>
        <source>推后到 {day}：{reason}</source>
        <translation>Put off until {day}: {reason}</translation>
    </message>
    <message>
        <source>推后到</source>
        <translation>Put off until</translation>
    </message>
    <message>
        <source>推后原因</source>
        <translation>Why put off</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>推荐中</source>
        <translation>Introduced</translation>
    </message>
    <message>
        <source>推荐信回执今天到期</source>
        <translation>Referral reply due today</translation>
    </message>
    <message>
        <source>推荐信回执逾期 {days} 天（7 天内应返回）</source>
        <translation>Referral reply {days} d overdue (due within 7 days)</translation>
    </message>
    <message>
        <source>推荐信模板{reason}。请改好，或从数据文件夹里删掉它，改用自带的模板。</source>
        <translation>The template of the letter {reason}. Put it right, or delete it from the data folder to use the built-in one.</translation>
    </message>
    <message>
        <source>推荐信编号</source>
        <translation>Referral letter no.</translation>
    </message>
    <message>
        <source>推荐到哪个岗位</source>
        <translation>To which vacancy</translation>
    </message>
    <message>
        <source>推荐过 {people} 人（{times} 人次），到岗 {arrived} 人</source>
        <translation>{people} people introduced ({times} times), {arrived} started</translation>
    </message>
    <message>
        <source>推送就业政策</source>
        <translation>Policies handed out</translation>
    </message>
    <message>
        <source>摸排就业创业培训意愿</source>
        <translation>Survey of job, business and training interest</translation>
    </message>
    <message>
        <source>摸排用工意向</source>
        <translation>Hiring plans asked</translation>
    </message>
    <message>
        <source>撤下原因</source>
        <translation>Reason for withdrawal</translation>
    </message>
    <message>
        <source>撤下日期</source>
        <translation>Withdrawn on</translation>
    </message>
    <message>
        <source>收件人的邮箱地址不对。请在设置里改正，或者留空，发送时再填。</source>
        <translation>The receiver’s e-mail address is wrong. Correct it in the settings, or leave it empty and fill it in when sending.</translation>
    </message>
    <message>
        <source>改名 {headers}</source>
        <translation>renamed: {headers}</translation>
    </message>
    <message>
        <source>政策名称</source>
        <translation>Policy name</translation>
    </message>
    <message>
        <source>政策宣介</source>
        <translation>Policy briefing</translation>
    </message>
    <message>
        <source>政策方向</source>
        <translation>Policies of interest</translation>
    </message>
    <message>
        <source>政策条目</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>数人数</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>数值明显偏离常情，请核对。</source>
        <translation>The figure is far from usual. Please check.</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>数据库文件已损坏。请不要继续录入，按“从备份恢复”选最近的一份；损坏的文件会另存，不会删掉。</source>
        <translation>The database file is damaged. Please do not enter anything more; press &quot;Restore from backup&quot; and choose the latest one. The damaged file is kept aside, not deleted.</translation>
    </message>
    <message>
        <source>数据文件夹不能写入（只读，或没有权限）。请取消写保护，或换一个能写的文件夹，再打开蒙站。</source>
        <translation>The data folder cannot be written to (read-only, or no permission). Remove the write protection or use another folder, then open Mengzhan again.</translation>
    </message>
    <message>
        <source>数据文件夹里没有数据库文件。如果文件夹搬动过，请选对文件夹；如果文件丢了，请按“从备份恢复”选最近的一份。</source>
        <translation>There is no database in the data folder. If the folder was moved, choose the right one; if the file was lost, press &quot;Restore from backup&quot; and choose the latest one.</translation>
    </message>
    <message>
        <source>数据文件夹里没有钥匙文件 keys.json，数据打不开。请把它从备份文件夹拷回来，或按“从备份恢复”选最近的一份。</source>
        <translation>There is no key file keys.json in the data folder, so the data cannot be opened. Copy it back from the backup folder, or press &quot;Restore from backup&quot; and choose the latest one.</translation>
    </message>
    <message>
        <source>数据文件正被别的程序占用（杀毒、网盘或备份软件），这一次没有保存。请稍等再试一次。</source>
        <translation>Another program (virus scanner, cloud drive or backup) is using the data file; nothing was saved this time. Wait a little and try again.</translation>
    </message>
    <message>
        <source>数据透视表</source>
        <translation>a pivot table</translation>
    </message>
    <message>
        <source>数据里的流水记录对不上，可能被改动或损坏。请从备份恢复，并告诉上级。</source>
        <translation>The journal of the data does not add up; it may have been altered or damaged. Restore from a backup and tell the office above.</translation>
    </message>
    <message>
        <source>数组公式</source>
        <translation>an array formula</translation>
    </message>
    <message>
        <source>文件名请以 {suffixes} 结尾。</source>
        <translation>End the file name in {suffixes}.</translation>
    </message>
    <message>
        <source>文件太大，这个 U 盘的格式放不下。请换一个 exFAT 格式的 U 盘。</source>
        <translation>The file is too large for the format of this stick. Use one formatted as exFAT.</translation>
    </message>
    <message>
        <source>文字 2026-11-23</source>
        <translation>Text 2026-11-23</translation>
    </message>
    <message>
        <source>文字 2026.11.23</source>
        <translation>Text 2026.11.23</translation>
    </message>
    <message>
        <source>文字 2026/11/23</source>
        <translation>Text 2026/11/23</translation>
    </message>
    <message>
        <source>文字 20261123</source>
        <translation>Text 20261123</translation>
    </message>
    <message>
        <source>文字 2026年11月23日</source>
        <translation>Text 2026年11月23日</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>文字改成代码</source>
        <translation>words turned into codes</translation>
    </message>
    <message>
        <source>文本第 {line} 行有一格超过 {most} 个字，不像表格。请检查是不是缺了换行、分隔符或引号。</source>
        <translation>A cell in line {line} of the text has more than {most} characters; this does not look like a table. Check for a missing line break, delimiter or quotation mark.</translation>
    </message>
    <message>
        <source>文本第 {line} 行附近的双引号不成对，分不清哪里是一格。请改好这一行再试。</source>
        <translation>The quotation marks near line {line} of the text are not in pairs, so the cells cannot be told apart. Correct that line and try again.</translation>
    </message>
    <message>
        <source>文本，大写 X</source>
        <translation>Text, capital X</translation>
    </message>
    <message>
        <source>文本，小写 x</source>
        <translation>Text, small x</translation>
    </message>
    <message>
        <source>新增 {headers}</source>
        <translation>new: {headers}</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>new</translation>
    </message>
    <message>
        <source>新电话</source>
        <translation>New telephone</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>方案是给“{kind}”用的，这个版本没有这种记录。请升级蒙站。</source>
        <translation>The profile is for &quot;{kind}&quot;, which this version does not know. Upgrade mengzhan.</translation>
    </message>
    <message>
        <source>方案里“{label}”的写法“{form}”这个版本没有。请升级蒙站。</source>
        <translation>This version cannot write &quot;{label}&quot; in the form &quot;{form}&quot; of the profile. Upgrade mengzhan.</translation>
    </message>
    <message>
        <source>方案里的列“{source}”这个版本没有。请升级蒙站，或换一个方案。</source>
        <translation>This version does not know the column &quot;{source}&quot; of the profile. Upgrade mengzhan or take another profile.</translation>
    </message>
    <message>
        <source>日期 2026-11-23</source>
        <translation>Date 2026-11-23</translation>
    </message>
    <message>
        <source>日期 2026年11月23日</source>
        <translation>Date 2026年11月23日</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日期不能晚于今天（{today}）。</source>
        <translation>The date cannot be later than today ({today}).</translation>
    </message>
    <message>
        <source>日期写法统一</source>
        <translation>date written in the usual way</translation>
    </message>
    <message>
        <source>日期有误，请核对。</source>
        <translation>The date is wrong. Please check.</translation>
    </message>
    <message>
        <source>早于 {began}，请核对。</source>
        <translation>Earlier than {began}, please check.</translation>
    </message>
    <message>
        <source>早已收下</source>
        <translation>Already in</translation>
    </message>
    <message>
        <source>是、否</source>
        <translation>是, 否</translation>
    </message>
    <message>
        <source>是否就业</source>
        <translation>Employed or not</translation>
    </message>
    <message>
        <source>是否缺工</source>
        <translation>Short of workers</translation>
    </message>
    <message>
        <source>晚 {days} 天</source>
        <translation>{days} days late</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>更正 {title}，{before} 改为 {now}（{by}）</source>
        <translation>Corrected: {title}, {before} became {now} ({by})</translation>
    </message>
    <message>
        <source>更正 {what}，现在不算了（{by}）</source>
        <translation>Corrected: {what}, no longer counts ({by})</translation>
    </message>
    <message>
        <source>更正 {what}，现在算进来了（{by}）</source>
        <translation>Corrected: {what}, now counts ({by})</translation>
    </message>
    <message>
        <source>最多 {limit} 个字，现在 {length} 个，请缩短。</source>
        <translation>At most {limit} characters, now {length}: please shorten.</translation>
    </message>
    <message>
        <source>最多选 {limit} 项。</source>
        <translation>Choose at most {limit}.</translation>
    </message>
    <message>
        <source>最近联系</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>月份要写成 年-月，例如 2026-11。</source>
        <translation>Write a month as year-month, for example 2026-11.</translation>
    </message>
    <message>
        <source>月结</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>有 {count} 条{label}叫“{value}”，分不清是哪一条。请补上号码。</source>
        <translation>{count} records of {label} are called &quot;{value}&quot;. Add a number to tell them apart.</translation>
    </message>
    <message>
        <source>有 {count} 条记录两处填得不一样，先选定一个。</source>
        <translation>{count} records hold two different values; choose one first.</translation>
    </message>
    <message>
        <source>有效期到 {day}，还在招吗？</source>
        <translation>Valid until {day}: still hiring?</translation>
    </message>
    <message>
        <source>有效期已过 {days} 天，还在招吗？</source>
        <translation>Expired {days} d ago: still hiring?</translation>
    </message>
    <message>
        <source>有效期早于登记日期（{began}），请核对。</source>
        <translation>Valid until a day before it was registered ({began}). Please check.</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>有诉求，</source>
        <translation>has a demand, </translation>
    </message>
    <message>
        <source>有错，没有导入</source>
        <translation>wrong: not imported</translation>
    </message>
    <message>
        <source>期望月薪（元）</source>
        <translation>Monthly pay wanted (yuan)</translation>
    </message>
    <message>
        <source>期望每月 {wish} 元，岗位 {pay} 元起</source>
        <translation>wishes {wish} yuan a month, pays from {pay}</translation>
    </message>
    <message>
        <source>期望每月 {wish} 元，岗位最高 {pay} 元</source>
        <translation>wishes {wish} yuan a month, pays up to {pay}</translation>
    </message>
    <message>
        <source>期望每月 {wish} 元，岗位最高 {pay} 元，差 {gap} 元</source>
        <translation>wishes {wish} yuan a month, pays up to {pay}: {gap} short</translation>
    </message>
    <message>
        <source>期望每月 {wish} 元，岗位每{unit} {amount} 元起，{basis}合每月 {pay} 元</source>
        <translation>wishes {wish} yuan a month, pays from {amount} ({unit}), {basis}{pay} a month</translation>
    </message>
    <message>
        <source>期望每月 {wish} 元，岗位每{unit}最高 {amount} 元，{basis}合每月 {pay} 元</source>
        <translation>wishes {wish} yuan a month, pays up to {amount} ({unit}), {basis}{pay} a month</translation>
    </message>
    <message>
        <source>期望每月 {wish} 元，岗位每{unit}最高 {amount} 元，{basis}合每月 {pay} 元，差 {gap} 元</source>
        <translation>wishes {wish} yuan a month, pays up to {amount} ({unit}), {basis}{pay} a month: {gap} short</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>未经审校</source>
        <translation>Not reviewed</translation>
    </message>
    <message>
        <source>末三位是000，可能是表格丢了位数，请照身份证核对。</source>
        <translation>It ends in 000: the spreadsheet may have lost digits. Compare it with the card.</translation>
    </message>
    <message>
        <source>末三位是000，多半是表格按数字保存时丢了位数。请照身份证重新录入。</source>
        <translation>It ends in 000: most likely a sheet kept it as a number and lost digits. Enter it again from the ID card.</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>The person</translation>
    </message>
    <message>
        <source>本人{limit}（{months} 月），岗位做到几月没写</source>
        <translation>{limit} (months {months}); the vacancy does not say how long the work lasts</translation>
    </message>
    <message>
        <source>本人{limit}，岗位{board}</source>
        <translation>{limit}; the vacancy gives: {board}</translation>
    </message>
    <message>
        <source>本人{limit}，岗位却是{board}</source>
        <translation>{limit}, but the vacancy gives: {board}</translation>
    </message>
    <message>
        <source>本人{limit}，岗位却是{shift}</source>
        <translation>{limit}, but the shift is: {shift}</translation>
    </message>
    <message>
        <source>本人{limit}，岗位合不合适没写</source>
        <translation>{limit}; the vacancy says nothing of it</translation>
    </message>
    <message>
        <source>本人{limit}，岗位是{shift}</source>
        <translation>{limit}; the shift is: {shift}</translation>
    </message>
    <message>
        <source>本人不能干重体力活，岗位写着“{word}”</source>
        <translation>cannot do heavy work, the vacancy says “{word}”</translation>
    </message>
    <message>
        <source>本人没有交通工具，岗位{board}</source>
        <translation>has no transport; the vacancy gives: {board}</translation>
    </message>
    <message>
        <source>本人没有交通工具，岗位在{place}，不管住</source>
        <translation>has no transport; the workplace is in {place}, without lodging</translation>
    </message>
    <message>
        <source>本人没有交通工具，岗位就在{place}</source>
        <translation>has no transport; the workplace is right in {place}</translation>
    </message>
    <message>
        <source>本人没有同意登记，请先告知用途。</source>
        <translation>The person has not consented. Explain what the data are for first.</translation>
    </message>
    <message>
        <source>本人没有同意，不能登记。请先告知用途，同意后再登记。</source>
        <translation>Without consent nobody may be registered. Explain what the data are for and register after the person agrees.</translation>
    </message>
    <message>
        <source>本人登记的是“{status}”，不在找工作的人里；下面的岗位供参考。</source>
        <translation>Registered as “{status}”, so not among those who look for work; the vacancies below are for information.</translation>
    </message>
    <message>
        <source>本人需蒙古语沟通，岗位没写能不能</source>
        <translation>needs Mongolian; the vacancy does not say whether that is possible</translation>
    </message>
    <message>
        <source>本月该做的还有 {count} 件没做，做了的请补记。</source>
        <translation>{count} things due this month are not done; record those that are.</translation>
    </message>
    <message>
        <source>本站已于 {day} 移交到新电脑，这台电脑只能查看，没有写入。请到新电脑上办。新电脑没有收到的，在窗口上方选“继续在这台电脑上使用”（命令：mengzhan resume）。</source>
        <translation>This station was handed over to a new computer on {day}; this computer is read-only and nothing was written. Please use the new computer. If it did not get the station, choose &quot;go on using this one&quot; at the top of the window (command: mengzhan resume).</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Requirements</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源任务</source>
        <translation>From task</translation>
    </message>
    <message>
        <source>来源批次</source>
        <translation>From batch</translation>
    </message>
    <message>
        <source>来自走访</source>
        <translation>From visit</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>校验位不符，有一位录错了。若前17位没错，末位应是{check}；请照身份证逐位核对。</source>
        <translation>The check digit does not fit: one digit is wrong. If the first 17 are right, the last must be {check}. Compare with the ID card digit by digit.</translation>
    </message>
    <message>
        <source>校验位不符，有一位录错了。请照营业执照逐位核对。</source>
        <translation>The check digit does not fit: one character is wrong. Compare with the business licence character by character.</translation>
    </message>
    <message>
        <source>核实人</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>核实值</source>
        <translation>Checked value</translation>
    </message>
    <message>
        <source>核实字段</source>
        <translation>Field checked</translation>
    </message>
    <message>
        <source>核实日期</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>正在写入</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>正在写回执</source>
        <translation>Writing receipts</translation>
    </message>
    <message>
        <source>正在填表</source>
        <translation>Filling the form</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>正在收下</source>
        <translation>Accepting</translation>
    </message>
    <message>
        <source>正在查看后来的修改</source>
        <translation>Looking at later changes</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>正在核对各站的月结</source>
        <translation>Checking the closings of all stations</translation>
    </message>
    <message>
        <source>正在读取表格…</source>
        <translation>Reading the table…</translation>
    </message>
    <message>
        <source>每 {count} 个工作日</source>
        <translation>every {count} working days</translation>
    </message>
    <message>
        <source>每 {count} 个月</source>
        <translation>every {count} months</translation>
    </message>
    <message>
        <source>每 {count} 天</source>
        <translation>every {count} days</translation>
    </message>
    <message>
        <source>每个工作日</source>
        <translation>every working day</translation>
    </message>
    <message>
        <source>每天</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>每季度</source>
        <translation>every quarter</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>every year</translation>
    </message>
    <message>
        <source>每年哪几个月在外地或营地；这几个月的回访自动顺延。</source>
        <translation>Months spent away or at a camp every year; follow-ups due then move on.</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>every month</translation>
    </message>
    <message>
        <source>毕业 {months} 个月</source>
        <translation>graduated {months} months ago</translation>
    </message>
    <message>
        <source>毕业已 {months} 个月</source>
        <translation>graduated as long as {months} months ago</translation>
    </message>
    <message>
        <source>毕业日期</source>
        <translation>Graduated on</translation>
    </message>
    <message>
        <source>毕业生</source>
        <translation>Graduates</translation>
    </message>
    <message>
        <source>毕业院校</source>
        <translation>School or university</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Ethnic group</translation>
    </message>
    <message>
        <source>求职意向</source>
        <translation>Job wanted</translation>
    </message>
    <message>
        <source>没写地点</source>
        <translation>No place given</translation>
    </message>
    <message>
        <source>没写年份，补上年份</source>
        <translation>year was missing and was added</translation>
    </message>
    <message>
        <source>没写想做什么工种</source>
        <translation>no wanted occupation stated</translation>
    </message>
    <message>
        <source>没写是哪一年，几次的先后对不上，没有记成{kind}，内容写进了备注。</source>
        <translation>No year is given and the contacts are out of order, so no {kind} was recorded; the words went into the note.</translation>
    </message>
    <message>
        <source>没写最远能去哪儿</source>
        <translation>no range stated</translation>
    </message>
    <message>
        <source>没写期望月薪</source>
        <translation>no wage wish stated</translation>
    </message>
    <message>
        <source>没填撤下日期，会当作登记那天起就不招了。</source>
        <translation>Without a closing date it counts as closed since it was registered.</translation>
    </message>
    <message>
        <source>没存完的草稿 {count} 份</source>
        <translation>{count} unsaved drafts</translation>
    </message>
    <message>
        <source>没有了 {headers}</source>
        <translation>gone: {headers}</translation>
    </message>
    <message>
        <source>没有以这两位开头的省份。请核对最前面两位。</source>
        <translation>No province begins with these two digits. Check the first two.</translation>
    </message>
    <message>
        <source>没有写全年月日，没有记成{kind}，内容写进了备注。</source>
        <translation>No whole date is given, so no {kind} was recorded; the words went into the note.</translation>
    </message>
    <message>
        <source>没有写到岗日期，请补上。</source>
        <translation>The date when work started is missing. Add it.</translation>
    </message>
    <message>
        <source>没有写撤下原因，请补上。</source>
        <translation>The reason for closing is missing: add it.</translation>
    </message>
    <message>
        <source>没有写明基本劳动报酬，招聘信息要素不全，请向单位问清。</source>
        <translation>Basic pay is not stated, so the advertisement is incomplete. Ask the employer.</translation>
    </message>
    <message>
        <source>没有写明对象是谁，请补上。</source>
        <translation>It does not say whom it is about. Add it.</translation>
    </message>
    <message>
        <source>没有出生日期</source>
        <translation>no date of birth</translation>
    </message>
    <message>
        <source>没有印蒙古文：术语表里没有用得上的词。请到 设置 → 蒙古文术语 里导入。</source>
        <translation>No Mongolian was printed: no term fits. Import terms under Settings → Mongolian terms.</translation>
    </message>
    <message>
        <source>没有发布，招聘信息检查没有通过。{findings}请打开岗位，按提示改好再发布。</source>
        <translation>Not published: the ad check found something. {findings} Open the vacancy, follow the hints, then publish.</translation>
    </message>
    <message>
        <source>没有发布：{titles}已过期、招满、撤下或没填人数。还在招的，请先核实、改好。</source>
        <translation>Not published: {titles} ran out, is filled or withdrawn, or has no headcount. If it is still open, check it and put it right first.</translation>
    </message>
    <message>
        <source>没有叫“{value}”的{label}。请先登记。</source>
        <translation>There is no {label} called “{value}”. Please register it first.</translation>
    </message>
    <message>
        <source>没有叫“{value}”的{label}。请先登记，或补上证件号。</source>
        <translation>No {label} is called &quot;{value}&quot;. Register it first, or add the ID number.</translation>
    </message>
    <message>
        <source>没有可以撤销的内容：后来都改过了，或已经撤销。</source>
        <translation>There is nothing to undo: all of it was changed later or has been undone.</translation>
    </message>
    <message>
        <source>没有唯一的“{value}”，请从列表里选到嘎查村或社区。</source>
        <translation>&quot;{value}&quot; is not one single place. Choose down to the gacha, village or community from the list.</translation>
    </message>
    <message>
        <source>没有唯一的“{value}”，请从列表里选，或者新建。</source>
        <translation>&quot;{value}&quot; is not one single record. Choose from the list or make a new one.</translation>
    </message>
    <message>
        <source>没有填从业人数</source>
        <translation>number of staff not filled in</translation>
    </message>
    <message>
        <source>没有填单位类型</source>
        <translation>type of employer not filled in</translation>
    </message>
    <message>
        <source>没有填参保人数</source>
        <translation>number of insured not filled in</translation>
    </message>
    <message>
        <source>没有填失业原因</source>
        <translation>reason for unemployment not filled in</translation>
    </message>
    <message>
        <source>没有填就业状态</source>
        <translation>employment status not filled in</translation>
    </message>
    <message>
        <source>没有填性别</source>
        <translation>sex not filled in</translation>
    </message>
    <message>
        <source>没有填毕业日期</source>
        <translation>date of graduation not filled in</translation>
    </message>
    <message>
        <source>没有填重点群体</source>
        <translation>key group not filled in</translation>
    </message>
    <message>
        <source>没有新内容要报：上次报送的都已收到回执。</source>
        <translation>Nothing new to report: all that was reported has its receipt.</translation>
    </message>
    <message>
        <source>没有注销原因，还算在“有人没活干”里。请选注销原因。</source>
        <translation>No reason for the end of the registration: still counted among people without work. Please choose it.</translation>
    </message>
    <message>
        <source>没有电话</source>
        <translation>No phone</translation>
    </message>
    <message>
        <source>没有证件号</source>
        <translation>No ID number</translation>
    </message>
    <message>
        <source>没有读到术语。要三列：中文、蒙古文（传统蒙古文字）、是否审校（是/否）。</source>
        <translation>No term was found. Three columns are needed: Chinese, Mongolian (traditional script), reviewed (是/否).</translation>
    </message>
    <message>
        <source>没有读这个文件的权限。请把它复制到自己的文件夹（例如桌面）再试一次。</source>
        <translation>You have no permission to read this file. Copy it to a folder of your own (such as the desktop) and try again.</translation>
    </message>
    <message>
        <source>没有这个区划，请重新选择。</source>
        <translation>There is no such area. Choose again.</translation>
    </message>
    <message>
        <source>没有这个工种，请重新选择。</source>
        <translation>There is no such trade. Choose again.</translation>
    </message>
    <message>
        <source>没有这名操作员，或已被移除。请重新从名单里选。</source>
        <translation>There is no such operator, or it was removed. Choose again from the list.</translation>
    </message>
    <message>
        <source>没有这样的出生日期。请核对第7到14位（年月日）。</source>
        <translation>There is no such date of birth. Check digits 7 to 14 (year, month, day).</translation>
    </message>
    <message>
        <source>没有这样的表。可以换的：{names}。</source>
        <translation>There is no such table. These can be replaced: {names}.</translation>
    </message>
    <message>
        <source>没约下次，先打个电话</source>
        <translation>Nothing agreed: give them a call</translation>
    </message>
    <message>
        <source>法定代表人/经营者</source>
        <translation>Legal representative or owner</translation>
    </message>
    <message>
        <source>法律规定</source>
        <translation>by law</translation>
    </message>
    <message>
        <source>注销原因</source>
        <translation>Reason for deregistration</translation>
    </message>
    <message>
        <source>注销日期</source>
        <translation>Deregistered on</translation>
    </message>
    <message>
        <source>注销日期早于登记失业日期（{began}），请核对。</source>
        <translation>Deregistered before being registered as unemployed ({began}). Please check.</translation>
    </message>
    <message>
        <source>海报一次放 1 到 {most} 个岗位，更多的请用岗位册。</source>
        <translation>A poster takes 1 to {most} vacancies; use the booklet for more.</translation>
    </message>
    <message>
        <source>满 3 个月 {three} 人，满 6 个月 {six} 人</source>
        <translation>still there after 3 months: {three}, after 6 months: {six}</translation>
    </message>
    <message>
        <source>满 {age} 周岁再来，那时还在招就合适</source>
        <translation>fits at the age of {age} if it is still open then</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>父名</source>
        <translation>Father’s name</translation>
    </message>
    <message>
        <source>版本日期</source>
        <translation>Day of the edition</translation>
    </message>
    <message>
        <source>特殊内容</source>
        <translation>unusual content</translation>
    </message>
    <message>
        <source>状态起始日</source>
        <translation>State since</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>现在是{count}位，应是18位，多了{gap}位。请删去多余的。</source>
        <translation>It has {count} digits instead of 18, {gap} too many. Remove what is too much.</translation>
    </message>
    <message>
        <source>现在是{count}位，应是18位，还差{gap}位。请补全。</source>
        <translation>It has {count} digits instead of 18, {gap} are missing. Complete it.</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>Present state</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>用平常话说也行，例如 羊倌、门卫。</source>
        <translation>Plain words will do, such as 羊倌 or 门卫.</translation>
    </message>
    <message>
        <source>用语例外</source>
        <translation>Words kept on purpose</translation>
    </message>
    <message>
        <source>电脑内存不够，这一次没有保存。请关掉几个程序后再试一次。</source>
        <translation>The computer is short of memory; nothing was saved this time. Close some programs and try again.</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>电话号码有误，请与本人核对。</source>
        <translation>The phone number is wrong. Check it with the person.</translation>
    </message>
    <message>
        <source>电话相同（一家人可以共用）</source>
        <translation>Same phone (a family may share one)</translation>
    </message>
    <message>
        <source>电话相同（同一个老板可以有几家）</source>
        <translation>Same phone (one owner may have several businesses)</translation>
    </message>
    <message>
        <source>电话相同，姓名相近</source>
        <translation>Same phone and a similar name</translation>
    </message>
    <message>
        <source>电话里有数字以外的字。请只录一个号码，说明写到备注里。</source>
        <translation>The phone number contains something other than digits. Enter one number only and put remarks into the notes.</translation>
    </message>
    <message>
        <source>留下哪一条</source>
        <translation>Record to keep</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Left empty</translation>
    </message>
    <message>
        <source>登记册里有几个，分不清是哪个</source>
        <translation>the register has several, it is not clear which</translation>
    </message>
    <message>
        <source>登记册里没有</source>
        <translation>not in the register</translation>
    </message>
    <message>
        <source>登记册里没有这个人</source>
        <translation>nobody of that name in the register</translation>
    </message>
    <message>
        <source>登记后没有核实过</source>
        <translation>Never verified since registration</translation>
    </message>
    <message>
        <source>登记失业 {months} 个月</source>
        <translation>Registered unemployed for {months} months</translation>
    </message>
    <message>
        <source>登记失业 {months} 个月，要满 {wanted} 个月</source>
        <translation>registered for {months} months, {wanted} are needed</translation>
    </message>
    <message>
        <source>登记失业</source>
        <translation>Registered unemployed</translation>
    </message>
    <message>
        <source>登记失业后 {limit} 个工作日内要联系，今天最后一天</source>
        <translation>First contact within {limit} working days of registration: today is the last</translation>
    </message>
    <message>
        <source>登记失业后 {limit} 个工作日内要联系，已过 {days} 天</source>
        <translation>First contact within {limit} working days of registration: {days} days late</translation>
    </message>
    <message>
        <source>登记失业后 {limit} 个工作日内要联系，最晚 {day}</source>
        <translation>First contact within {limit} working days of registration: by {day}</translation>
    </message>
    <message>
        <source>登记失业已满 {months} 个月</source>
        <translation>registered for {months} months</translation>
    </message>
    <message>
        <source>登记失业日期</source>
        <translation>Registered unemployed on</translation>
    </message>
    <message>
        <source>登记失业满 {limit} 个月（长期失业），问问要不要申请就业困难认定</source>
        <translation>Unemployed for {limit} months (long-term); ask about recognition as hard to employ</translation>
    </message>
    <message>
        <source>登记失业满 {months} 个月</source>
        <translation>Registered unemployed for {months} months or more</translation>
    </message>
    <message>
        <source>登记文件的签名不对，内容可能被改过。不要使用，请上级重新给一份。</source>
        <translation>The signature of the enrolment file is wrong; it may have been altered. Do not use it: ask the office above for a new one.</translation>
    </message>
    <message>
        <source>登记文件里有一项缺失或不合规定：{name}。请上级重新生成一份。</source>
        <translation>An item of the enrolment file is missing or breaks the rules: {name}. Ask the office above to make a new one.</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>相关工作做过 {years} 年</source>
        <translation>{years} years in such work</translation>
    </message>
    <message>
        <source>相关工作年限</source>
        <translation>Years of experience</translation>
    </message>
    <message>
        <source>看不懂这个日期，请填如 2026-1-5、1-5 或 今天。</source>
        <translation>This date cannot be read. Write 2026-1-5, 1-5 or 今天 (today).</translation>
    </message>
    <message>
        <source>看不懂这个薪酬，例如 3000-4000元/月。</source>
        <translation>Cannot read this wage. Write it like 3000-4000元/月.</translation>
    </message>
    <message>
        <source>磁盘只剩 {free} MB，至少要有 {need} MB 才能安全打开数据。请清理磁盘后再打开蒙站。</source>
        <translation>Only {free} MB are left on the disk; {need} MB are needed to open the data safely. Free some space and open Mengzhan again.</translation>
    </message>
    <message>
        <source>磁盘已满，这一次没有保存，原有数据没有变。请清理出一些空间后再试一次。</source>
        <translation>The disk is full; nothing was saved this time and the data are unchanged. Free some space and try again.</translation>
    </message>
    <message>
        <source>磁盘读不出这个文件。请检查 U 盘是否插好，或把文件复制到电脑上再试一次。</source>
        <translation>The disk cannot read this file. Check that the USB stick is plugged in, or copy the file to the computer and try again.</translation>
    </message>
    <message>
        <source>社会保险</source>
        <translation>Social insurance</translation>
    </message>
    <message>
        <source>离校未就业毕业生，1131 还差 {count} 项：{missing}</source>
        <translation>Graduate out of work, 1131 lacks {count}: {missing}</translation>
    </message>
    <message>
        <source>离职日期</source>
        <translation>Left on</translation>
    </message>
    <message>
        <source>移交 {place}</source>
        <translation>Handed to {place}</translation>
    </message>
    <message>
        <source>移交给</source>
        <translation>Transfer to</translation>
    </message>
    <message>
        <source>程序自带的{table}更新，这一份不再用。</source>
        <translation>The program brings a newer table ({table}); this one is no longer used.</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>空间不够，要 {need} MB，还剩 {free} MB。请腾出空间或换一个 U 盘。</source>
        <translation>Not enough room: {need} MB are needed, {free} MB are left. Free some space or use another stick.</translation>
    </message>
    <message>
        <source>窗体控件</source>
        <translation>form controls</translation>
    </message>
    <message>
        <source>站点</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>站点名称</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>第{number}次{of}的{label}</source>
        <translation>{label} of {of} no. {number}</translation>
    </message>
    <message>
        <source>第几次未接</source>
        <translation>Unanswered call no.</translation>
    </message>
    <message>
        <source>等前面的包</source>
        <translation>Waiting for an earlier package</translation>
    </message>
    <message>
        <source>等回执</source>
        <translation>Awaiting reply</translation>
    </message>
    <message>
        <source>等回执到 {day}</source>
        <translation>Slip awaited until {day}</translation>
    </message>
    <message>
        <source>等回音 {count} 次</source>
        <translation>{count} waiting for an answer</translation>
    </message>
    <message>
        <source>签名不对</source>
        <translation>Wrong signature</translation>
    </message>
    <message>
        <source>签名和内容对不上，内容可能被改过。请对方重新生成后再发。</source>
        <translation>The signature does not fit the content, which may have been altered. Ask the sender to make and send it again.</translation>
    </message>
    <message>
        <source>签名和登记的设备密钥不符，这个包可能被改过或被冒名。什么都没有改动。</source>
        <translation>The signature is not by the device key on record: the package may have been altered or come from somebody else. Nothing was changed.</translation>
    </message>
    <message>
        <source>签名文件读不懂，可能已损坏。请对方重新生成后再发。</source>
        <translation>The signature file cannot be read and may be damaged. Ask the sender to make and send it again.</translation>
    </message>
    <message>
        <source>签名的密钥不是登记的那一把。请给对方打电话，重新核对 20 位密钥码。</source>
        <translation>The key of the signature is not the one on record. Telephone the sender and compare the 20-digit key code again.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>约好 {day} 回访</source>
        <translation>Follow-up agreed for {day}</translation>
    </message>
    <message>
        <source>约好今天回访</source>
        <translation>Follow-up agreed for today</translation>
    </message>
    <message>
        <source>约好的回访已过 {days} 天</source>
        <translation>Agreed follow-up {days} d overdue</translation>
    </message>
    <message>
        <source>组/浩特</source>
        <translation>Group or hot</translation>
    </message>
    <message>
        <source>结业日期</source>
        <translation>Class ended</translation>
    </message>
    <message>
        <source>结业日期早于开班日期（{began}），请核对。</source>
        <translation>The class ended before it began ({began}). Please check.</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结果日期</source>
        <translation>Result on</translation>
    </message>
    <message>
        <source>结果是已到岗，请填到岗日期。</source>
        <translation>The result is &quot;已到岗&quot; (started work): enter the date when work started.</translation>
    </message>
    <message>
        <source>结账日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>结账时的流水位置</source>
        <translation>Journal positions at the closing</translation>
    </message>
    <message>
        <source>给站点打电话问清是谁发的；站点换过电脑的，重新核对密钥码。</source>
        <translation>Telephone the station and ask who sent it; if its computer was replaced, compare the key code again.</translation>
    </message>
    <message>
        <source>给站点打电话，互相念 20 位密钥码；一致就登记，包随后并入。</source>
        <translation>Telephone the station and read the 20-digit key codes to each other; if they agree, register the device, and the package goes in.</translation>
    </message>
    <message>
        <source>统一信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>统一信用代码相同</source>
        <translation>Same credit code</translation>
    </message>
    <message>
        <source>统一社会信用代码应是18位，现在是{count}位。请看营业执照。</source>
        <translation>A unified social credit code has 18 characters, this one has {count}. See the business licence.</translation>
    </message>
    <message>
        <source>统一社会信用代码有误，请照营业执照核对。</source>
        <translation>The unified social credit code is wrong. Compare with the business licence.</translation>
    </message>
    <message>
        <source>缺少佐证材料，请补上。</source>
        <translation>Evidence is missing. Add it.</translation>
    </message>
    <message>
        <source>缺岗可直接在下面登记岗位。</source>
        <translation>If workers are wanted, enter the vacancy right below.</translation>
    </message>
    <message>
        <source>缺工，</source>
        <translation>short of staff, </translation>
    </message>
    <message>
        <source>职业介绍</source>
        <translation>Job referral</translation>
    </message>
    <message>
        <source>职业指导</source>
        <translation>Career guidance</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>营收档</source>
        <translation>Revenue band</translation>
    </message>
    <message>
        <source>蒙古文印不出来：这台电脑没有传统蒙古文字体。Windows 请装“Mongolian Baiti”（系统设置 → 可选功能 → 蒙古文补充字体），Linux 请装 fonts-noto-core。</source>
        <translation>Mongolian cannot be printed: this computer has no font for the traditional script. On Windows install &quot;Mongolian Baiti&quot; (system settings → optional features), on Linux fonts-noto-core.</translation>
    </message>
    <message>
        <source>蒙站不知道，请自己填</source>
        <translation>not known here, please fill it in yourself</translation>
    </message>
    <message>
        <source>薪酬</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>薪酬上限低于下限，请核对。</source>
        <translation>The highest pay is below the lowest. Please check.</translation>
    </message>
    <message>
        <source>薪酬上限（元）</source>
        <translation>Highest pay (yuan)</translation>
    </message>
    <message>
        <source>薪酬下限（元）</source>
        <translation>Lowest pay (yuan)</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>行码不对，请再看一眼表上的数字和最后的字母。</source>
        <translation>This is no line code. Look again at the digits and the last letter.</translation>
    </message>
    <message>
        <source>补上出生日期，满了 {age} 周岁就合适</source>
        <translation>fill in the date of birth; fits if {age} or older</translation>
    </message>
    <message>
        <source>补报 {what}（{by}）</source>
        <translation>Reported late: {what} ({by})</translation>
    </message>
    <message>
        <source>表格对象（超级表）</source>
        <translation>a table object</translation>
    </message>
    <message>
        <source>表格把号码变成了科学计数，后几位已丢失。请照身份证重新录入18位。</source>
        <translation>A sheet turned the number into scientific notation and its last digits are lost. Enter all 18 again from the ID card.</translation>
    </message>
    <message>
        <source>表格按数字保存，后三位已丢失（变成0）。请照身份证重新录入18位。</source>
        <translation>The spreadsheet kept it as a number and lost the last three digits (now 0). Enter all 18 characters from the card.</translation>
    </message>
    <message>
        <source>表格文件太大。请只留要填的工作表，另存一份再填。</source>
        <translation>The workbook is too large. Keep only the sheet to fill, save a copy and fill that.</translation>
    </message>
    <message>
        <source>表格文件损坏，读不出来。请向上级重新要一份，或用 Excel 打开后另存再填。</source>
        <translation>The workbook is damaged and cannot be read. Ask for it again, or open it in Excel, save a copy and fill that.</translation>
    </message>
    <message>
        <source>表格文件的文字编码不认识。请用 Excel 或 WPS 打开，另存为 xlsx 再填。</source>
        <translation>The text encoding of the workbook is unknown. Open it in Excel or WPS, save it as xlsx and fill that.</translation>
    </message>
    <message>
        <source>表格文件里有不该有的内容，没有打开。请向发来的人核实，重新要一份。</source>
        <translation>The workbook holds something that does not belong in one and was not opened. Check with the sender and ask for it again.</translation>
    </message>
    <message>
        <source>表格的日期序号改成日期</source>
        <translation>serial number of the spreadsheet turned into a date</translation>
    </message>
    <message>
        <source>表格里没有名为“{sheet}”的工作表。请重新选择要填的工作表。</source>
        <translation>The workbook has no sheet &quot;{sheet}&quot;. Choose the sheet to fill again.</translation>
    </message>
    <message>
        <source>表里一行也没有。请先导出现用的表，照着改。</source>
        <translation>The table has no rows. Export the table in force and edit it.</translation>
    </message>
    <message>
        <source>要下移的图片或批注</source>
        <translation>pictures or notes that would have to move</translation>
    </message>
    <message>
        <source>要写出完整的证件号、电话，请先填用途（例如 报旗县就业局核对），会记下条数和用途。</source>
        <translation>To write full ID numbers and phones, say what for first (such as a check by the banner); count and purpose are logged.</translation>
    </message>
    <message>
        <source>要求就业</source>
        <translation>Wants work</translation>
    </message>
    <message>
        <source>要满 {age} 周岁（{because}），本人 {months} 个月后才满</source>
        <translation>must be {age} ({because}); reaches it in {months} months</translation>
    </message>
    <message>
        <source>要满 {age} 周岁（{because}），本人没有登记出生日期</source>
        <translation>must be {age} ({because}); no date of birth registered</translation>
    </message>
    <message>
        <source>要问清：{question}</source>
        <translation>to be asked: {question}</translation>
    </message>
    <message>
        <source>规则表</source>
        <translation>Rule tables</translation>
    </message>
    <message>
        <source>计薪方式</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>认不出这是什么文件，不是 Excel、WPS 表格或 CSV。如果单位装了文档加密软件，请先解密，再另存为“.xlsx”。</source>
        <translation>This file is not recognised as an Excel or WPS table or CSV. If your office uses document encryption software, decrypt it first, then save it as &quot;.xlsx&quot;.</translation>
    </message>
    <message>
        <source>记录已并入，但有些记录的时间比现在早跑了一天以上，遇到冲突不作准。</source>
        <translation>The records were taken in, but some are dated more than a day ahead of now; in a conflict they do not count.</translation>
    </message>
    <message>
        <source>记录接不上</source>
        <translation>Chain broken</translation>
    </message>
    <message>
        <source>访企问需</source>
        <translation>Needs of the employer</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>证件号不对或要核对</source>
        <translation>ID number wrong or doubtful</translation>
    </message>
    <message>
        <source>证件号只差一位</source>
        <translation>ID numbers differ in one digit</translation>
    </message>
    <message>
        <source>证件号只能是数字，只有最后一位可以是X。请照证件重新录入。</source>
        <translation>An ID number has digits only; just the last may be X. Enter it again from the card.</translation>
    </message>
    <message>
        <source>证件号在登记册里是别人的</source>
        <translation>the ID number is somebody else&apos;s in the register</translation>
    </message>
    <message>
        <source>证件号有误，请照证件逐位核对。</source>
        <translation>The ID number is wrong. Compare with the card digit by digit.</translation>
    </message>
    <message>
        <source>证件号没有或不对</source>
        <translation>ID number missing or wrong</translation>
    </message>
    <message>
        <source>证件号相同</source>
        <translation>Same ID number</translation>
    </message>
    <message>
        <source>证照</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>诉求未销号</source>
        <translation>Request open</translation>
    </message>
    <message>
        <source>详细地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>说明了哪些记录</source>
        <translation>Records explained</translation>
    </message>
    <message>
        <source>说明日期</source>
        <translation>Explained on</translation>
    </message>
    <message>
        <source>请与单位核实这一项。</source>
        <translation>Check this with the employer.</translation>
    </message>
    <message>
        <source>请与本人核实这一项。</source>
        <translation>Check this with the person.</translation>
    </message>
    <message>
        <source>请先选推荐谁。</source>
        <translation>First choose people.</translation>
    </message>
    <message>
        <source>请只填数字，例如 3。</source>
        <translation>Enter digits only, such as 3.</translation>
    </message>
    <message>
        <source>请填 {low} 到 {high} 之间的整数。</source>
        <translation>Enter a whole number from {low} to {high}.</translation>
    </message>
    <message>
        <source>请填 是 或 否。</source>
        <translation>Enter 是 (yes) or 否 (no).</translation>
    </message>
    <message>
        <source>请填写{label}。</source>
        <translation>Fill in: {label}.</translation>
    </message>
    <message>
        <source>请填年月，例如 2026-11。</source>
        <translation>Enter year and month, such as 2026-11.</translation>
    </message>
    <message>
        <source>请填金额（元），例如 3200 或 22.4。</source>
        <translation>Enter an amount in yuan, such as 3200 or 22.4.</translation>
    </message>
    <message>
        <source>请对方重新生成一个包再发。</source>
        <translation>Ask the sender to make a new package and send it.</translation>
    </message>
    <message>
        <source>请录入姓名。</source>
        <translation>Enter the name.</translation>
    </message>
    <message>
        <source>请录入联系电话。</source>
        <translation>Enter the contact phone.</translation>
    </message>
    <message>
        <source>请站点先检查数据库并从备份恢复，再重新报送；不要删除原包。</source>
        <translation>Ask the station to check its database, restore from a backup and report again; do not delete this package.</translation>
    </message>
    <message>
        <source>请站点再报送一次；缺的那段一到，这个包会自动并入。</source>
        <translation>Ask the station to report again; once the missing part is here, this package goes in by itself.</translation>
    </message>
    <message>
        <source>请站点查清是不是恢复过备份或拷贝过数据目录，并处理列出的冲突。</source>
        <translation>Ask the station whether a backup was restored or the data folder copied, and settle the conflicts listed.</translation>
    </message>
    <message>
        <source>请站点核对电脑的日期和时间，再核实这些记录。</source>
        <translation>Ask the station to set its computer’s date and time right, then to check these records.</translation>
    </message>
    <message>
        <source>请选{label}。</source>
        <translation>Please choose: {label}.</translation>
    </message>
    <message>
        <source>请选核实的人员或单位，二选一。</source>
        <translation>Choose the person or the employer that was checked: one of the two.</translation>
    </message>
    <message>
        <source>读不懂的公式</source>
        <translation>a formula that cannot be followed</translation>
    </message>
    <message>
        <source>读不懂这个文件：它不是导出方案，或者已经损坏。</source>
        <translation>This file cannot be read: it is no export profile, or it is damaged.</translation>
    </message>
    <message>
        <source>读写磁盘出错（盘被拔出，或磁盘有故障），这一次没有保存。请接好磁盘后再试一次。</source>
        <translation>The disk failed (pulled out or faulty); nothing was saved this time. Connect it firmly and try again.</translation>
    </message>
    <message>
        <source>读这个表格要的内存太多，已经停下。请只把要用的行和列复制到新表格再试。</source>
        <translation>Reading this table takes too much memory and was stopped. Copy only the rows and columns you need to a new table and try again.</translation>
    </message>
    <message>
        <source>读这个表格超过 {seconds} 秒，已经停下。请只把要用的行和列复制到新表格，或分成几个文件。</source>
        <translation>Reading this table took more than {seconds} seconds and was stopped. Copy only the rows and columns you need to a new table, or split the file.</translation>
    </message>
    <message>
        <source>贷款需求</source>
        <translation>Loan wanted</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>走访人</source>
        <translation>Visited by</translation>
    </message>
    <message>
        <source>走访人身份</source>
        <translation>Role of visitor</translation>
    </message>
    <message>
        <source>走访企业</source>
        <translation>Employer visits</translation>
    </message>
    <message>
        <source>走访日期</source>
        <translation>Day of visits</translation>
    </message>
    <message>
        <source>走访路线按组排，例如 三组。</source>
        <translation>Visits are ordered by group, such as 三组.</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>转交部门</source>
        <translation>Passed on to</translation>
    </message>
    <message>
        <source>输错次数太多，请等 {seconds} 秒再试；忘了可以马上用打印的恢复码。</source>
        <translation>Too many wrong tries: wait {seconds} seconds. If you forgot it, the printed recovery code works at once.</translation>
    </message>
    <message>
        <source>过期待核</source>
        <translation>run out</translation>
    </message>
    <message>
        <source>还不认识这个站点</source>
        <translation>Unknown station</translation>
    </message>
    <message>
        <source>还在岗</source>
        <translation>Still there</translation>
    </message>
    <message>
        <source>还在招</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>还有 {count} 处要改，先看标红的一项。</source>
        <translation>{count} to correct; begin with the one in red.</translation>
    </message>
    <message>
        <source>还有 {count} 条</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>还有 {count} 条没写完的记录，写完保存或不要了，再结账。</source>
        <translation>{count} records are not finished; save or discard them before closing.</translation>
    </message>
    <message>
        <source>还没完成</source>
        <translation>Not done yet</translation>
    </message>
    <message>
        <source>还没推荐人</source>
        <translation>Nobody introduced yet</translation>
    </message>
    <message>
        <source>还没有到岗，不能记离职；没去上班请记“录用未到岗”。</source>
        <translation>They have not started, so they cannot have left. If they never went, record &quot;Hired but did not start&quot;.</translation>
    </message>
    <message>
        <source>还没有失业登记</source>
        <translation>not registered as unemployed</translation>
    </message>
    <message>
        <source>还没有失业登记，要先登记</source>
        <translation>not registered as unemployed: register first</translation>
    </message>
    <message>
        <source>还没有就业困难人员认定日期，要先认定</source>
        <translation>no date of recognition as hard to employ: apply first</translation>
    </message>
    <message>
        <source>还没有推荐过</source>
        <translation>nobody introduced yet</translation>
    </message>
    <message>
        <source>还没有登记上级。请到 设置 → 上级与钥匙，读入上级给的登记文件（.mzk），再报送。</source>
        <translation>No office above is set yet. Go to Settings → Office above and keys, read the enrolment file (.mzk) from your office, then send.</translation>
    </message>
    <message>
        <source>还没有认定为就业困难人员</source>
        <translation>not yet recognised as hard to employ</translation>
    </message>
    <message>
        <source>还没有问过培训、创业意愿</source>
        <translation>not asked yet about training or a business</translation>
    </message>
    <message>
        <source>还缺 {left} 人</source>
        <translation>{left} still wanted</translation>
    </message>
    <message>
        <source>还缺</source>
        <translation>Still wanted</translation>
    </message>
    <message>
        <source>这一行上级填了内容，看不出是谁的</source>
        <translation>the superior has written into this row, it is not clear about whom</translation>
    </message>
    <message>
        <source>这一项不合规定，请核对。</source>
        <translation>This does not follow the rules. Please check.</translation>
    </message>
    <message>
        <source>这不像{table}的表：第一行要有这些列名：{columns}。可以先导出现用的表，照着改。</source>
        <translation>This does not look like a table of {table}: the first row must name the columns {columns}. Export the table in force and edit it.</translation>
    </message>
    <message>
        <source>这不是上级的公钥（应以 age1 开头）。请重新导入上级发来的登记文件（.mzk）。</source>
        <translation>This is not an office’s public key (it should begin with age1). Import the enrolment file (.mzk) of the office above again.</translation>
    </message>
    <message>
        <source>这不是登记文件，或者已经损坏。请上级重新给一份 .mzk 文件。</source>
        <translation>This is not an enrolment file, or it is damaged. Ask the office above for a new .mzk file.</translation>
    </message>
    <message>
        <source>这不是蒙站的导出方案文件。请选 {suffix} 文件。</source>
        <translation>This is not an export profile of mengzhan. Pick a {suffix} file.</translation>
    </message>
    <message>
        <source>这个 PIN 太容易猜到（重复、连号或常见组合）。请换一组没有规律的数字，不要用生日和电话号码。</source>
        <translation>This PIN is too easy to guess (repeated, in sequence or common). Use digits without a pattern, not a birthday or phone number.</translation>
    </message>
    <message>
        <source>这个人没有到岗或已离职，不用核对稳岗。</source>
        <translation>They have not started or have left: there is nothing to check.</translation>
    </message>
    <message>
        <source>这个人没有登记失业，不用注销；请按回访结果销号。</source>
        <translation>They are not registered as unemployed. Take them off by the result of a follow-up.</translation>
    </message>
    <message>
        <source>这个位置不能写入。请打开 U 盘的写保护开关，或换一个 U 盘。</source>
        <translation>This place cannot be written to. Release the write-protect switch of the stick, or use another one.</translation>
    </message>
    <message>
        <source>这个包之前还缺一段记录，先放在收件箱里，还没有并入。</source>
        <translation>Records before this package are missing; it waits in the inbox and was not taken in yet.</translation>
    </message>
    <message>
        <source>这个包要用更新版本的蒙站才能读，先放着，还没有并入。</source>
        <translation>A newer version of Mengzhan is needed to read this package; it was put aside and not taken in.</translation>
    </message>
    <message>
        <source>这个原因不能销号。请选一个写明去向的原因。</source>
        <translation>This reason takes nobody off the list. Choose one that says where they went.</translation>
    </message>
    <message>
        <source>这个密码重复的字符太多。请用几个不相干的词连起来。</source>
        <translation>This password repeats too many characters. Join several unrelated words.</translation>
    </message>
    <message>
        <source>这个对照方案由更新版本的蒙站写成。请升级蒙站。</source>
        <translation>A newer version wrote this column profile. Update mengzhan.</translation>
    </message>
    <message>
        <source>这个导出方案由更新版本的蒙站写成。请升级蒙站后再用。</source>
        <translation>A newer version of mengzhan wrote this export profile. Upgrade mengzhan first.</translation>
    </message>
    <message>
        <source>这个岗位已撤下或还没登记，不能推荐。</source>
        <translation>This vacancy is closed or not registered yet: nobody can be introduced.</translation>
    </message>
    <message>
        <source>这个岗位已经招满。</source>
        <translation>This vacancy is filled already.</translation>
    </message>
    <message>
        <source>这个岗位过了有效期，先问单位还招不招。</source>
        <translation>This vacancy has run out: ask the employer whether it is still open.</translation>
    </message>
    <message>
        <source>这个岗位还没登记生效或已撤下，不再找人。</source>
        <translation>This vacancy is not open yet or was withdrawn; nobody is looked for.</translation>
    </message>
    <message>
        <source>这个文件不是发给这里的，或者已经损坏。什么都没有改动。</source>
        <translation>This file is not for this office, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>这个文件不是文本。请存成 UTF-8 文本再试。</source>
        <translation>This file is no text. Save it as UTF-8 text and try again.</translation>
    </message>
    <message>
        <source>这个文件不是能用的图片，请选 JPG 或 PNG。</source>
        <translation>This file is not a usable picture. Choose a JPG or PNG.</translation>
    </message>
    <message>
        <source>这个文件不是这种表的对照方案。请选这种表存下的 .json 文件。</source>
        <translation>This is no column profile for such a table. Choose a .json file saved for one.</translation>
    </message>
    <message>
        <source>这个文件其实是 XML，不是表格文件。请用 WPS 或 Excel 打开，另存为“.xlsx”再试。</source>
        <translation>This file is really XML, not a table. Open it in WPS or Excel, save it as &quot;.xlsx&quot; and try again.</translation>
    </message>
    <message>
        <source>这个文件其实是网页，只是名字像表格（多为系统导出）。请用 WPS 或 Excel 打开，另存为“.xlsx”再试。</source>
        <translation>This file is really a web page with the name of a table (many systems export these). Open it in WPS or Excel, save it as &quot;.xlsx&quot; and try again.</translation>
    </message>
    <message>
        <source>这个文件名在 U 盘上不能用。请去掉 &lt; &gt; : &quot; / \ | ? * 等符号。</source>
        <translation>A stick cannot hold this file name. Leave out signs such as &lt; &gt; : &quot; / \ | ? *</translation>
    </message>
    <message>
        <source>这个文件太大，不是登记文件。请选择上级给的 .mzk 文件。</source>
        <translation>This file is too large to be an enrolment file. Choose the .mzk file given by the office above.</translation>
    </message>
    <message>
        <source>这个文件是空的（0 字节），多半没有复制完。请重新复制一份再试。</source>
        <translation>This file is empty (0 bytes); most likely it was not copied completely. Copy it again and retry.</translation>
    </message>
    <message>
        <source>这个文件有 {size} MB，最多能读 {most} MB。请分成几个文件，或删去里面的图片。</source>
        <translation>This file has {size} MB, at most {most} MB can be read. Split it, or remove the pictures in it.</translation>
    </message>
    <message>
        <source>这个文件正被别的程序打开。请先在 Excel 或 WPS 里保存并关闭它，再试一次。</source>
        <translation>Another program has this file open. Save and close it in Excel or WPS, then try again.</translation>
    </message>
    <message>
        <source>这个文件没有加密，不是蒙站的数据库。请选对文件夹，或按“从备份恢复”选一份。</source>
        <translation>This file is not encrypted and is no database of Mengzhan. Choose the right folder, or press &quot;Restore from backup&quot; and choose one.</translation>
    </message>
    <message>
        <source>这个文件解开后大得不正常，为了安全没有打开。请确认来源，或只把要用的行复制到新表格。</source>
        <translation>This file unpacks to an abnormal size and was not opened, to be safe. Check where it comes from, or copy only the rows you need to a new table.</translation>
    </message>
    <message>
        <source>这个文件里没找到{label}的表。请核对表头一行是不是有姓名、单位这样的栏名，或者先下载空白表，把内容贴进去再导入。</source>
        <translation>No table of {label} was found in this file. Check that one row holds column names such as 姓名 or 单位, or paste the content into a blank template and import that.</translation>
    </message>
    <message>
        <source>这个文本文件的编码认不出（不是 UTF-8，也不是 GB18030）。请用 WPS 打开，另存为“.xlsx”再试。</source>
        <translation>The encoding of this text file is not recognised (neither UTF-8 nor GB18030). Open it in WPS, save it as &quot;.xlsx&quot; and try again.</translation>
    </message>
    <message>
        <source>这个磁盘不支持锁定文件，不能保证数据安全。请把数据文件夹放到本机硬盘上。</source>
        <translation>This disk cannot lock files, so the data would not be safe. Put the data folder on this computer’s own disk.</translation>
    </message>
    <message>
        <source>这个签名是为别的用途做的，不能用在这里。请对方重新生成后再发。</source>
        <translation>This signature was made for another purpose and is not valid here. Ask the sender to make and send it again.</translation>
    </message>
    <message>
        <source>这个表格合并的单元格太多，最多能读 {most} 处。请取消不必要的合并再试。</source>
        <translation>This table has too many merged ranges, at most {most} can be read. Unmerge what need not be merged and try again.</translation>
    </message>
    <message>
        <source>这个表格已损坏或没有复制完。请用 WPS 或 Excel 打开，能打开就另存为新文件；打不开就请对方重发。</source>
        <translation>This table is damaged or was not copied completely. Open it in WPS or Excel; if that works, save it as a new file, otherwise ask for it to be sent again.</translation>
    </message>
    <message>
        <source>这个表格有 {count} 张工作表，最多能读 {most} 张。请分成几个文件。</source>
        <translation>This workbook has {count} sheets, at most {most} can be read. Split it.</translation>
    </message>
    <message>
        <source>这个表格的单元格太多，最多能读 {most} 个。请分成几个文件。</source>
        <translation>This table has too many cells, at most {most} can be read. Split the file.</translation>
    </message>
    <message>
        <source>这个表格设了打开密码。请在 Excel 或 WPS 里取消密码，另存一份再填。</source>
        <translation>This workbook needs a password to open. Remove the password in Excel or WPS, save a copy and fill that.</translation>
    </message>
    <message>
        <source>这个表格设了打开密码。请用 WPS 或 Excel 打开，取消密码，另存一份再试。</source>
        <translation>This table is protected by a password. Open it in WPS or Excel, remove the password, save a copy and try again.</translation>
    </message>
    <message>
        <source>这个表格里一个有内容的单元格也没有。请确认选对了文件，并且已经保存。</source>
        <translation>No cell of this table holds anything. Check that it is the right file and that it was saved.</translation>
    </message>
    <message>
        <source>这个表格里有正常表格不会有的内容，为了安全没有打开。请确认来源；可信的话，用 WPS 打开后另存为新文件再试。</source>
        <translation>This table contains what no normal table contains and was not opened, to be safe. Check where it comes from; if you trust it, open it in WPS, save it as a new file and try again.</translation>
    </message>
    <message>
        <source>这份备份不能用（损坏、不完整，或不是这份数据的），现有数据没有动。请换一份备份。</source>
        <translation>This backup cannot be used (damaged, incomplete or of other data); the present data are untouched. Use another backup.</translation>
    </message>
    <message>
        <source>这份备份缺少同名的 .json 文件，里面有钥匙。请把两个文件一起拷过来再试一次。</source>
        <translation>This backup lacks the .json file of the same name, which holds the keys. Copy both files and try again.</translation>
    </message>
    <message>
        <source>这份数据已经打开（电脑 {host}，进程 {pid}，始于 {since}）。请切换到已打开的蒙站窗口，或先把它关掉。</source>
        <translation>These data are open already (computer {host}, process {pid}, since {since}). Switch to the open Mengzhan window or close it first.</translation>
    </message>
    <message>
        <source>这份数据没有设置由上级开锁。请用操作员的 PIN 或打印的恢复码打开。</source>
        <translation>These data are not set up to be unlocked by the office above. Use an operator’s PIN or the printed recovery code.</translation>
    </message>
    <message>
        <source>这份数据由更新版本的蒙站写成（数据版本 {found}，本程序只认得到 {known}），数据没有改动。请升级蒙站后再打开。</source>
        <translation>These data were written by a newer Mengzhan (data version {found}; this program knows up to {known}). They are unchanged. Update Mengzhan, then open them.</translation>
    </message>
    <message>
        <source>这份登记文件要用更新版本的蒙站才能读。请先升级蒙站。</source>
        <translation>A newer version of Mengzhan is needed to read this enrolment file. Update Mengzhan first.</translation>
    </message>
    <message>
        <source>这份表是上级发来的，本站不能撤。有问题请告诉上级。</source>
        <translation>The office sent this table; the station cannot take it back. Tell the office what is wrong.</translation>
    </message>
    <message>
        <source>这台电脑没有印过 {sheet} 号入户表。请看表头的号；在别的电脑上印的，到那台电脑上录。</source>
        <translation>Visit sheet {sheet} was not printed on this computer. Look at the number at the head of the sheet; if it was printed on another computer, key it in there.</translation>
    </message>
    <message>
        <source>这台电脑没有替这份数据存着钥匙（换了电脑、换了系统用户，或系统的密码库没解锁），PIN 在这里不起作用。请用打印的恢复码打开，然后重新设置 PIN。</source>
        <translation>This computer does not keep the key for this data (another computer, another system user, or the system&apos;s password store is locked), so the PIN has no effect here. Open with the printed recovery code and set a new PIN.</translation>
    </message>
    <message>
        <source>这台电脑没有系统钥匙串，要用密码：至少 {count} 个字符，不能全是数字。</source>
        <translation>This computer has no system keystore, so a password is needed: at least {count} characters, not digits only.</translation>
    </message>
    <message>
        <source>这台设备已属于别的站点，或密钥已作废。请站点换新密钥后再登记。</source>
        <translation>This device belongs to another station, or its key was revoked. Ask the station for a new key, then register.</translation>
    </message>
    <message>
        <source>这台设备的密钥还没有登记，包先放在收件箱里，还没有并入。</source>
        <translation>The key of this device is not on record yet; the package waits in the inbox and was not taken in.</translation>
    </message>
    <message>
        <source>这天以前，今日里不再催。</source>
        <translation>Until then it is not on today&apos;s list.</translation>
    </message>
    <message>
        <source>这张名单太长，一次最多 {most} 行。请分成几张再来。</source>
        <translation>This list is too long: at most {most} lines at once. Please split it.</translation>
    </message>
    <message>
        <source>这张表由更新版本的蒙站写成，这个版本认不全，没有读入。请升级蒙站。</source>
        <translation>A newer version of mengzhan wrote this workbook; this one cannot know all of it and took nothing in. Upgrade mengzhan.</translation>
    </message>
    <message>
        <source>这张表里没有姓名或证件号，看不出要核实谁。</source>
        <translation>There is neither a name nor an ID number in this sheet, so nobody can be found.</translation>
    </message>
    <message>
        <source>这张表里没有放假安排。要两列：日期（2027-01-01）、放假或上班。</source>
        <translation>There are no holidays in this table. It needs two columns: the day (2027-01-01), and 放假 (free) or 上班 (worked).</translation>
    </message>
    <message>
        <source>这把上级钥匙打不开这份数据。请确认是本站所属旗县的钥匙文件。</source>
        <translation>This office key does not open these data. Make sure that it is the key file of this station’s banner or county.</translation>
    </message>
    <message>
        <source>这是 PDF，不是表格。请向对方要 Excel 或 WPS 表格文件。</source>
        <translation>This is a PDF, not a table. Ask the sender for an Excel or WPS table.</translation>
    </message>
    <message>
        <source>这是15位老号码。请看身份证补成18位，末位应是{check}。</source>
        <translation>This is an old 15-digit number. Complete it to 18 digits from the ID card; the last must be {check}.</translation>
    </message>
    <message>
        <source>这是15位老注册号，末位校验不符。请看执照，最好录18位代码。</source>
        <translation>This is an old 15-digit registration number whose check digit does not fit. See the licence; the 18-character code is better.</translation>
    </message>
    <message>
        <source>这是别的站登记的，这里只能看、能推荐，不能改。要改请找登记它的站。</source>
        <translation>Another station registered this: here you can look and introduce people, not change it. Ask that station for changes.</translation>
    </message>
    <message>
        <source>这是压缩包。请先解压，再选里面的表格；一次选一个。</source>
        <translation>This is an archive. Unpack it first, then choose the table in it, one at a time.</translation>
    </message>
    <message>
        <source>这是图片，不是表格。请向对方要 Excel 或 WPS 表格文件。</source>
        <translation>This is a picture, not a table. Ask the sender for an Excel or WPS table.</translation>
    </message>
    <message>
        <source>这是很旧的表格格式（Excel 4 或更早）。请用 WPS 或 Excel 打开，另存为“.xlsx”再试。</source>
        <translation>This is a very old table format (Excel 4 or earlier). Open it in WPS or Excel, save it as &quot;.xlsx&quot; and try again.</translation>
    </message>
    <message>
        <source>这是文件夹，不是文件。请打开文件夹，选里面的表格。</source>
        <translation>This is a folder, not a file. Open the folder and choose the table in it.</translation>
    </message>
    <message>
        <source>这是文字文档或幻灯片，不是表格。请把里面的表复制到 WPS 表格，存为“.xlsx”再试。</source>
        <translation>This is a document or a presentation, not a table. Copy the table in it to WPS Spreadsheets, save it as &quot;.xlsx&quot; and try again.</translation>
    </message>
    <message>
        <source>这是最后一名操作员，不能移除。请先添加接手的人。</source>
        <translation>This is the last operator and cannot be removed. Add a successor first.</translation>
    </message>
    <message>
        <source>这是老注册号，先存下；统一社会信用代码待补。</source>
        <translation>This is an old registration number. It is kept; the unified social credit code is still to be added.</translation>
    </message>
    <message>
        <source>这是蒙站的报送包，不是表格。请到“报送”或“收件”里打开它。</source>
        <translation>This is a package of Mengzhan, not a table. Open it under &quot;Report&quot; or &quot;Inbox&quot;.</translation>
    </message>
    <message>
        <source>这是表格打开时自动生成的临时文件，里面没有数据。请选名字前面没有“~$”或“.~”的那一个。</source>
        <translation>This is a temporary file that appears while a table is open; it holds no data. Choose the one whose name does not begin with &quot;~$&quot; or &quot;.~&quot;.</translation>
    </message>
    <message>
        <source>这条记录不存在或已被删除。请刷新列表再试。</source>
        <translation>This record does not exist or was deleted. Refresh the list and try again.</translation>
    </message>
    <message>
        <source>这条记录已经不在库里。要重新登记，请清掉行尾的记录号。</source>
        <translation>This record is no longer here. To register it again, clear the record number at the end of the row.</translation>
    </message>
    <message>
        <source>这条记录由别的站点负责，本站写的没有采用。要转过来，请两站商定，由上级移交。</source>
        <translation>Another station is responsible for this record; what this station wrote was not taken over. To move it here, agree with that station and let the office hand it over.</translation>
    </message>
    <message>
        <source>这样的人一个也没有，不用做清单。</source>
        <translation>There is nobody of that sort; no list is needed.</translation>
    </message>
    <message>
        <source>这里有两个号码。请留常用的一个，另一个写到备注里。</source>
        <translation>There are two numbers here. Keep the usual one and put the other into the notes.</translation>
    </message>
    <message>
        <source>这里没有要走访的人。请换个地方，或先选好人员。</source>
        <translation>Nobody is to be visited here. Choose another place, or people first.</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>远了</source>
        <translation>too far</translation>
    </message>
    <message>
        <source>连续 {limit} 次拒绝服务（最近 {day}），可按“无正当理由连续3次拒绝公共就业服务”注销</source>
        <translation>Refused {limit} times in a row (last on {day}); may be deregistered for refusing service</translation>
    </message>
    <message>
        <source>追推荐回执，逾期 {days} 天</source>
        <translation>Ask for the slip, {days} days overdue</translation>
    </message>
    <message>
        <source>选“是”，同一上级的各站看得到，连联系人和电话，能推荐人来。</source>
        <translation>“Yes”: the office&apos;s other stations see it, with contact and telephone.</translation>
    </message>
    <message>
        <source>选的不是文件夹。请选择 U 盘或文件夹。</source>
        <translation>This is not a folder. Choose a stick or a folder.</translation>
    </message>
    <message>
        <source>逾期，未反馈 {count} 次</source>
        <translation>Overdue, no answer: {count}</translation>
    </message>
    <message>
        <source>逾期，未反馈</source>
        <translation>Overdue, no answer</translation>
    </message>
    <message>
        <source>都不是就选“不属于重点群体”。</source>
        <translation>If none applies, choose &quot;不属于重点群体&quot; (none).</translation>
    </message>
    <message>
        <source>里面大括号的写法不对：{name}</source>
        <translation>has braces that are written wrongly: {name}</translation>
    </message>
    <message>
        <source>里面有不认识的项目：{name}</source>
        <translation>names something unknown: {name}</translation>
    </message>
    <message>
        <source>重新结账的原因</source>
        <translation>Reason for closing again</translation>
    </message>
    <message>
        <source>重点群体</source>
        <translation>Key group</translation>
    </message>
    <message>
        <source>金额太大，请核对。</source>
        <translation>The amount is too large. Please check.</translation>
    </message>
    <message>
        <source>钥匙与数据库对不上：两个文件不是一套，或者数据库文件已被别的内容覆盖。请按“从备份恢复”选最近的一份。</source>
        <translation>The key does not fit the database: the two files do not belong together, or the database file was overwritten. Press &quot;Restore from backup&quot; and choose the latest one.</translation>
    </message>
    <message>
        <source>钥匙文件 keys.json 已损坏。请按“从备份恢复”选最近的一份，钥匙会一起恢复。</source>
        <translation>The key file keys.json is damaged. Press &quot;Restore from backup&quot; and choose the latest one; the keys are restored with it.</translation>
    </message>
    <message>
        <source>钥匙文件 keys.json 被蒙站以外的程序改动过，不能用。请按“从备份恢复”把钥匙一起恢复，并告诉上级管理人员。</source>
        <translation>The key file keys.json was changed by another program and cannot be used. Press &quot;Restore from backup&quot;, which restores the keys too, and tell the administrator at the office above.</translation>
    </message>
    <message>
        <source>钥匙文件由更新版本的蒙站写成，没有改动。请升级蒙站后再打开。</source>
        <translation>The key file was written by a newer Mengzhan and is unchanged. Update Mengzhan, then open it.</translation>
    </message>
    <message>
        <source>销号日</source>
        <translation>Left on</translation>
    </message>
    <message>
        <source>销号日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>长期岗位，本人{limit}（{months} 月）要请假</source>
        <translation>long-term work; {limit}, would need leave (months {months})</translation>
    </message>
    <message>
        <source>问单位，还在招、改了有效期就合适</source>
        <translation>ask the employer; fits if it is still open and its date is renewed</translation>
    </message>
    <message>
        <source>限制</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>障碍</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>零工做几天算几天，和期望月薪没法比</source>
        <translation>day labour is paid by the days worked and cannot be compared with the monthly wish</translation>
    </message>
    <message>
        <source>零工在 {month} 月，本人走得开</source>
        <translation>day labour in month {month}, when they are free</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>需求、备注</source>
        <translation>Needs, notes</translation>
    </message>
    <message>
        <source>需蒙古语沟通</source>
        <translation>Mongolian needed</translation>
    </message>
    <message>
        <source>面试日期</source>
        <translation>Interviewed on</translation>
    </message>
    <message>
        <source>食宿</source>
        <translation>Board and lodging</translation>
    </message>
    <message>
        <source>（已删除的记录）</source>
        <translation>(deleted record)</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>{place}：{count} 家本月还没走访</source>
        <translation>{place}: {count} not seen this month</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今日清单：{count} 件</source>
        <translation>The day: {count}</translation>
    </message>
    <message>
        <source>就要到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>推后的：W 放回今日</source>
        <translation>Put off: W brings a line back</translation>
    </message>
    <message>
        <source>没写在哪</source>
        <translation>Place not given</translation>
    </message>
    <message>
        <source>电话、行码、勾选框</source>
        <translation>Telephones, line codes, boxes</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
</TS>
