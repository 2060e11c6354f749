<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
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
        <source>用另一处的</source>
        <translation>Use the other</translation>
    </message>
    <message>
        <source>都看过，用上面的值</source>
        <translation>Seen both, keep the one above</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
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
    <name>Form</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存并继续</source>
        <translation>Save and next</translation>
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
        <translation>({count} filled in)</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>请改：{words}</source>
        <translation>Correct: {words}</translation>
    </message>
    <message>
        <source>请核对：{words}</source>
        <translation>Check: {words}</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>拼音首字母、代码或平常话</source>
        <translation>pinyin initials, code or plain words</translation>
    </message>
    <message>
        <source>新建“{text}”…</source>
        <translation>New “{text}”…</translation>
    </message>
    <message>
        <source>新建…</source>
        <translation>New…</translation>
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
    <name>TagPicker</name>
    <message>
        <source>… 共 {count} 项</source>
        <translation>… {count} in all</translation>
    </message>
    <message>
        <source>点一下去掉</source>
        <translation>Click to remove</translation>
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
    <name>model</name>
    <message>
        <source>16至17周岁是未成年工，不能介绍矿山井下、有毒有害等岗位（劳动法第58、64条）。</source>
        <translation>Aged 16 or 17: a juvenile worker, who may not be sent to jobs underground in mines, with toxic substances or the like (Labour Law, Articles 58 and 64).</translation>
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
        <source>{explanation}{next_step}</source>
        <translation>{explanation} {next_step}</translation>
    </message>
    <message>
        <source>“{value}”不在可选项里，请从列表里选。</source>
        <translation>“{value}” is not one of the choices. Choose from the list.</translation>
    </message>
    <message>
        <source>上级任务</source>
        <translation>Tasks from above</translation>
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
        <source>不满16周岁，不能登记求职或介绍工作（劳动法第15条）。请核对出生日期。</source>
        <translation>Under 16: may not be registered as a job-seeker or referred to a job (Labour Law, Article 15). Check the date of birth.</translation>
    </message>
    <message>
        <source>不用再做什么；站点若没有收到回执，再发一次回执。</source>
        <translation>Nothing more to do; if the station did not get its receipt, send the receipt again.</translation>
    </message>
    <message>
        <source>个体户没有可先空着，以后补。</source>
        <translation>A sole trader without one may leave this empty and add it later.</translation>
    </message>
    <message>
        <source>了解培训需求</source>
        <translation>Training needs asked</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <source>从业人数</source>
        <translation>Staff</translation>
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
        <translation>Data verification</translation>
    </message>
    <message>
        <source>信息核实</source>
        <translation>Verification</translation>
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
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
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
        <source>到岗日期</source>
        <translation>Start of work</translation>
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
        <translation>Employers</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Old value</translation>
    </message>
    <message>
        <source>参保人数</source>
        <translation>Insured staff</translation>
    </message>
    <message>
        <source>参训</source>
        <translation>Training attended</translation>
    </message>
    <message>
        <source>只能合并两条不同的同类记录。</source>
        <translation>Only two different records of the same kind can be merged.</translation>
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
        <source>同一个站点的数据有两份副本各自改过，两边的记录都已保留，没有丢弃。</source>
        <translation>Two copies of one station’s data were changed separately. The records of both were kept; none was dropped.</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>告知同意</source>
        <translation>Informed consent</translation>
    </message>
    <message>
        <source>回执期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-ups</translation>
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
        <source>在哪办</source>
        <translation>Where to apply</translation>
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
        <translation>Training intentions</translation>
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
        <source>填好后性别、出生日期自动带出。</source>
        <translation>Sex and date of birth follow from it.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
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
        <source>姓名</source>
        <translation>Name</translation>
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
        <translation>The name contains signs that do not belong there. Enter characters only, separated by a middle dot “·”.</translation>
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
        <source>对方的版本较新</source>
        <translation>Sender’s version is newer</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>就业与登记</source>
        <translation>Employment and registration</translation>
    </message>
    <message>
        <source>就业状态</source>
        <translation>Employment state</translation>
    </message>
    <message>
        <source>居住情况</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Vacancies</translation>
    </message>
    <message>
        <source>岗位名</source>
        <translation>Job title</translation>
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
        <source>工种</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>已告知信息用途，本人同意登记。</source>
        <translation>Told what the data are for; agrees to be registered.</translation>
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
        <source>已有同名文件，不会覆盖它。可以改用：{proposed}</source>
        <translation>A file of this name exists and will not be overwritten. You could use: {proposed}</translation>
    </message>
    <message>
        <source>常住地</source>
        <translation>Lives in</translation>
    </message>
    <message>
        <source>年份不对，请核对。</source>
        <translation>The year is wrong. Please check.</translation>
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
        <source>征集空缺岗位</source>
        <translation>Collect vacancies</translation>
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
        <source>想学工种</source>
        <translation>Trade to learn</translation>
    </message>
    <message>
        <source>意向工种</source>
        <translation>Trades wanted</translation>
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
        <source>所属地区</source>
        <translation>Area</translation>
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
        <source>找不到工种“{value}”，换个说法试试，例如 服务员。</source>
        <translation>No trade “{value}” was found. Try another word, such as 服务员.</translation>
    </message>
    <message>
        <source>找不到这个位置。请插好 U 盘，再选一次。</source>
        <translation>This place cannot be found. Plug in the stick and choose again.</translation>
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
        <source>把回执发回站点。</source>
        <translation>Send the receipt to the station.</translation>
    </message>
    <message>
        <source>报酬与条件</source>
        <translation>Pay and conditions</translation>
    </message>
    <message>
        <source>按此号码已超过{age}岁。请核对第7到10位的年份。</source>
        <translation>By this number the person is over {age}. Check the year in digits 7 to 10.</translation>
    </message>
    <message>
        <source>授课语言</source>
        <translation>Language of teaching</translation>
    </message>
    <message>
        <source>推荐信编号</source>
        <translation>Referral number</translation>
    </message>
    <message>
        <source>推送就业政策</source>
        <translation>Policies handed out</translation>
    </message>
    <message>
        <source>摸排就业创业培训意愿</source>
        <translation>Survey job, business and training intentions</translation>
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
        <source>政策名称</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>政策方向</source>
        <translation>Policies of interest</translation>
    </message>
    <message>
        <source>政策条目</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>数据库文件已损坏。请不要继续录入，到“恢复备份”里选最近的一份；损坏的文件会另存，不会删掉。</source>
        <translation>The database file is damaged. Do not go on typing; choose the latest copy under “Restore backup”. The damaged file is put aside, not deleted.</translation>
    </message>
    <message>
        <source>数据文件夹不能写入（只读，或没有权限）。请取消写保护，或换一个能写的文件夹，再打开蒙站。</source>
        <translation>The data folder cannot be written to (read-only, or no permission). Remove the write protection or use another folder, then open Mengzhan again.</translation>
    </message>
    <message>
        <source>数据文件夹里没有数据库文件。如果文件夹搬动过，请选对文件夹；如果文件丢了，请到“恢复备份”里选最近的一份。</source>
        <translation>There is no database file in the data folder. If the folder was moved, choose the right one; if the file is lost, choose the latest copy under “Restore backup”.</translation>
    </message>
    <message>
        <source>数据文件夹里没有钥匙文件 keys.json，数据打不开。请把它从备份文件夹拷回来，或到“恢复备份”里选最近的一份。</source>
        <translation>The key file keys.json is missing from the data folder, so the data cannot be opened. Copy it back from the backup folder, or choose the latest copy under “Restore backup”.</translation>
    </message>
    <message>
        <source>数据文件正被别的程序占用（杀毒、网盘或备份软件），这一次没有保存。请稍等再试一次。</source>
        <translation>Another program (virus scanner, cloud drive or backup) is using the data file; nothing was saved this time. Wait a little and try again.</translation>
    </message>
    <message>
        <source>数据里的流水记录对不上，可能被改动或损坏。请从备份恢复，并告诉上级。</source>
        <translation>The journal of the data does not add up; it may have been altered or damaged. Restore from a backup and tell the office above.</translation>
    </message>
    <message>
        <source>文件太大，这个 U 盘的格式放不下。请换一个 exFAT 格式的 U 盘。</source>
        <translation>The file is too large for the format of this stick. Use one formatted as exFAT.</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
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
        <source>早已收下</source>
        <translation>Already in</translation>
    </message>
    <message>
        <source>是否缺工</source>
        <translation>Short of workers</translation>
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
        <source>有效期早于登记日期（{began}），请核对。</source>
        <translation>Valid until a day before it was registered ({began}). Please check.</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>期望月薪（元）</source>
        <translation>Monthly pay wanted (yuan)</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
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
        <source>本人没有同意，不能登记。请先告知用途，同意后再登记。</source>
        <translation>Without consent nobody may be registered. Explain what the data are for and register after the person agrees.</translation>
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
        <translation>Verified by</translation>
    </message>
    <message>
        <source>核实值</source>
        <translation>Verified value</translation>
    </message>
    <message>
        <source>核实字段</source>
        <translation>Field verified</translation>
    </message>
    <message>
        <source>核实日期</source>
        <translation>Verified on</translation>
    </message>
    <message>
        <source>正在写入</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>毕业日期</source>
        <translation>Graduated on</translation>
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
        <source>没有以这两位开头的省份。请核对最前面两位。</source>
        <translation>No province begins with these two digits. Check the first two.</translation>
    </message>
    <message>
        <source>没有写明基本劳动报酬，招聘信息要素不全，请向单位问清。</source>
        <translation>Basic pay is not stated, so the advertisement is incomplete. Ask the employer.</translation>
    </message>
    <message>
        <source>没有可以撤销的内容：后来都改过了，或已经撤销。</source>
        <translation>There is nothing to undo: all of it was changed later or has been undone.</translation>
    </message>
    <message>
        <source>没有唯一的“{value}”，请从列表里选到嘎查村或社区。</source>
        <translation>“{value}” is not one single place. Choose down to the gacha, village or community from the list.</translation>
    </message>
    <message>
        <source>没有唯一的“{value}”，请从列表里选，或者新建。</source>
        <translation>“{value}” is not one single record. Choose from the list or make a new one.</translation>
    </message>
    <message>
        <source>没有新内容要报：上次报送的都已收到回执。</source>
        <translation>Nothing new to send: receipts for all that was sent are here.</translation>
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
        <source>法定代表人/经营者</source>
        <translation>Legal representative or owner</translation>
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
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>父名</source>
        <translation>Father’s name</translation>
    </message>
    <message>
        <source>状态起始日</source>
        <translation>State since</translation>
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
        <source>电脑内存不够，这一次没有保存。请关掉几个程序后再试一次。</source>
        <translation>The computer is short of memory; nothing was saved this time. Close some programs and try again.</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>电话里有数字以外的字。请只录一个号码，说明写到备注里。</source>
        <translation>The phone number contains something other than digits. Enter one number only and put remarks into the notes.</translation>
    </message>
    <message>
        <source>登记失业日期</source>
        <translation>Registered unemployed on</translation>
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
        <source>相关工作年限</source>
        <translation>Years of experience</translation>
    </message>
    <message>
        <source>看不懂这个日期，请填如 2026-1-5、1-5 或 今天。</source>
        <translation>This date cannot be read. Write 2026-1-5, 1-5 or 今天 (today).</translation>
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
        <source>社会保险</source>
        <translation>Social insurance</translation>
    </message>
    <message>
        <source>离职日期</source>
        <translation>Left on</translation>
    </message>
    <message>
        <source>空间不够，要 {need} MB，还剩 {free} MB。请腾出空间或换一个 U 盘。</source>
        <translation>Not enough room: {need} MB are needed, {free} MB are left. Free some space or use another stick.</translation>
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
        <translation>The result is “started work”: enter the date when work started.</translation>
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
        <source>统一社会信用代码应是18位，现在是{count}位。请看营业执照。</source>
        <translation>A unified social credit code has 18 characters, this one has {count}. See the business licence.</translation>
    </message>
    <message>
        <source>缺岗可直接在下面登记岗位。</source>
        <translation>If workers are wanted, enter the vacancy right below.</translation>
    </message>
    <message>
        <source>职业介绍</source>
        <translation>Referrals</translation>
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
        <source>表格把号码变成了科学计数，后几位已丢失。请照身份证重新录入18位。</source>
        <translation>A sheet turned the number into scientific notation and its last digits are lost. Enter all 18 again from the ID card.</translation>
    </message>
    <message>
        <source>计薪方式</source>
        <translation>Paid by</translation>
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
        <source>证件号只能是数字，只有最后一位可以是X。请照证件重新录入。</source>
        <translation>An ID number has digits only; just the last may be X. Enter it again from the card.</translation>
    </message>
    <message>
        <source>证照</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>详细地址</source>
        <translation>Address</translation>
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
        <translation>Ask the station to check its database, restore from a backup and send again; do not delete this package.</translation>
    </message>
    <message>
        <source>请站点再报送一次；缺的那段一到，这个包会自动并入。</source>
        <translation>Ask the station to send again; once the missing part is here, this package goes in by itself.</translation>
    </message>
    <message>
        <source>请站点查清是不是恢复过备份或拷贝过数据目录，并处理列出的冲突。</source>
        <translation>Ask the station whether a backup was restored or the data folder copied, and settle the conflicts listed.</translation>
    </message>
    <message>
        <source>请站点核对电脑的日期和时间，再核实这些记录。</source>
        <translation>Ask the station to check its computer’s date and time, then verify these records.</translation>
    </message>
    <message>
        <source>请选核实的人员或单位，二选一。</source>
        <translation>Choose the person or the employer verified: one of the two.</translation>
    </message>
    <message>
        <source>读写磁盘出错（盘被拔出，或磁盘有故障），这一次没有保存。请接好磁盘后再试一次。</source>
        <translation>The disk failed (pulled out or faulty); nothing was saved this time. Connect it firmly and try again.</translation>
    </message>
    <message>
        <source>贷款需求</source>
        <translation>Loan wanted</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visits</translation>
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
        <translation>Visit employers</translation>
    </message>
    <message>
        <source>走访路线按组排，例如 三组。</source>
        <translation>Visits are ordered by group, such as 三组.</translation>
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
        <source>还不认识这个站点</source>
        <translation>Unknown station</translation>
    </message>
    <message>
        <source>还有 {count} 处要改，先看标红的一项。</source>
        <translation>{count} to correct; begin with the one in red.</translation>
    </message>
    <message>
        <source>还没有登记上级。请到 设置 → 上级，读入上级给的登记文件（.mzk），再报送。</source>
        <translation>No office above is registered yet. Go to Settings → Office above, read its enrolment file (.mzk), then send.</translation>
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
        <source>这个 PIN 太容易猜到（重复、连号或常见组合）。请换一组没有规律的数字，不要用生日和电话号码。</source>
        <translation>This PIN is too easy to guess (repeated, in sequence or common). Use digits without a pattern, not a birthday or phone number.</translation>
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
        <source>这个密码重复的字符太多。请用几个不相干的词连起来。</source>
        <translation>This password repeats too many characters. Join several unrelated words.</translation>
    </message>
    <message>
        <source>这个文件不是发给这里的，或者已经损坏。什么都没有改动。</source>
        <translation>This file is not for this office, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>这个文件不是能用的图片，请选 JPG 或 PNG。</source>
        <translation>This file is not a usable picture. Choose a JPG or PNG.</translation>
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
        <source>这个文件没有加密，不是蒙站的数据库。请选对文件夹，或到“恢复备份”里选一份。</source>
        <translation>This file is not encrypted, so it is not a Mengzhan database. Choose the right folder, or a copy under “Restore backup”.</translation>
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
        <source>这台电脑没有系统钥匙串，要用密码：至少 {count} 个字符，不能全是数字。</source>
        <translation>This computer has no system keystore, so a password is needed: at least {count} characters, not digits only.</translation>
    </message>
    <message>
        <source>这台电脑的系统钥匙串里没有这份数据的机器密钥（换了电脑、换了系统用户，或钥匙串没解锁），PIN 在这里不起作用。请用打印的恢复码打开，然后重新设置 PIN。</source>
        <translation>The system keystore of this computer has no machine key for these data (another computer, another system user, or the keystore is locked), so a PIN does not work here. Open with the printed recovery code, then set a new PIN.</translation>
    </message>
    <message>
        <source>这台设备的密钥还没有登记，包先放在收件箱里，还没有并入。</source>
        <translation>The key of this device is not on record yet; the package waits in the inbox and was not taken in.</translation>
    </message>
    <message>
        <source>这把上级钥匙打不开这份数据。请确认是本站所属旗县的钥匙文件。</source>
        <translation>This office key does not open these data. Make sure that it is the key file of this station’s banner or county.</translation>
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
        <source>这是最后一名操作员，不能移除。请先添加接手的人。</source>
        <translation>This is the last operator and cannot be removed. Add a successor first.</translation>
    </message>
    <message>
        <source>这是老注册号，先存下；统一社会信用代码待补。</source>
        <translation>This is an old registration number. It is kept; the unified social credit code is still to be added.</translation>
    </message>
    <message>
        <source>这条记录不存在或已被删除。请刷新列表再试。</source>
        <translation>This record does not exist or was deleted. Refresh the list and try again.</translation>
    </message>
    <message>
        <source>这里有两个号码。请留常用的一个，另一个写到备注里。</source>
        <translation>There are two numbers here. Keep the usual one and put the other into the notes.</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>选的不是文件夹。请选择 U 盘或文件夹。</source>
        <translation>This is not a folder. Choose a stick or a folder.</translation>
    </message>
    <message>
        <source>都不是就选“不属于重点群体”。</source>
        <translation>If none applies, choose “not in a key group”.</translation>
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
        <source>钥匙与数据库对不上：两个文件不是一套，或者数据库文件已被别的内容覆盖。请到“恢复备份”里选最近的一份。</source>
        <translation>Key and database do not belong together: the two files are not a pair, or the database was overwritten. Choose the latest copy under “Restore backup”.</translation>
    </message>
    <message>
        <source>钥匙文件 keys.json 已损坏。请到“恢复备份”里选最近的一份，钥匙会一起恢复。</source>
        <translation>The key file keys.json is damaged. Choose the latest copy under “Restore backup”; the keys are restored with it.</translation>
    </message>
    <message>
        <source>钥匙文件 keys.json 被蒙站以外的程序改动过，不能用。请到“恢复备份”里恢复钥匙，并告诉上级管理人员。</source>
        <translation>The key file keys.json was changed by another program and cannot be used. Restore the keys under “Restore backup” and tell the administrator above.</translation>
    </message>
    <message>
        <source>钥匙文件由更新版本的蒙站写成，没有改动。请升级蒙站后再打开。</source>
        <translation>The key file was written by a newer Mengzhan and is unchanged. Update Mengzhan, then open it.</translation>
    </message>
    <message>
        <source>销号日期</source>
        <translation>Settled on</translation>
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
        <source>需求</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>需蒙古语沟通</source>
        <translation>Mongolian needed</translation>
    </message>
    <message>
        <source>食宿</source>
        <translation>Board and lodging</translation>
    </message>
</context>
</TS>
