; Per-user installer without administrator rights:
;   makensis -DVERSION=0.1.0 resources\installer\installer.nsi
; Expects dist\mengzhan (made by `pyinstaller build.spec`). Data of the station is never touched:
; it lies in the user's own data folder and stays after an uninstallation.
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include "MUI2.nsh"
!ifndef VERSION
  !error "give the version: makensis -DVERSION=x.y.z"
!endif

; makensis works in the folder of its script.
!define ROOT "../.."
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\mengzhan"

Name "蒙站"
OutFile "${ROOT}/dist/蒙站-${VERSION}-安装.exe"
InstallDir "$LOCALAPPDATA\Programs\mengzhan"
InstallDirRegKey HKCU "Software\mengzhan" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "蒙站"
VIAddVersionKey /LANG=2052 "FileDescription" "蒙站 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Mulan PSL v2"

; Icons are opened as named: forward slashes serve makensis on Windows and on Linux.
!define MUI_ICON "${ROOT}/resources/icons/mengzhan.ico"
!define MUI_UNICON "${ROOT}/resources/icons/mengzhan.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\mengzhan.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Section "蒙站"
  ; An old version leaves no library behind that a new one would load.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${ROOT}\dist\mengzhan\*.*"
  CreateShortcut "$SMPROGRAMS\蒙站.lnk" "$INSTDIR\mengzhan.exe"
  CreateShortcut "$DESKTOP\蒙站.lnk" "$INSTDIR\mengzhan.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\mengzhan" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "蒙站"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\mengzhan.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\mengzhan.exe"
  Delete "$INSTDIR\mengzhan-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\蒙站.lnk"
  Delete "$DESKTOP\蒙站.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\mengzhan"
SectionEnd
