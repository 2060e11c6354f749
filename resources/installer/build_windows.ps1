# Builds the Windows program and, where NSIS is installed, its installer.
# Run in a checkout on 64-bit Windows 10 or later; the newest installed Python must be 3.11 to 3.13:
#   powershell -ExecutionPolicy Bypass -File resources\installer\build_windows.ps1
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Invoke-Checked {
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments : exit code $LASTEXITCODE" }
}

if (-not (Test-Path '.venv\Scripts\python.exe')) {
    Invoke-Checked 'py' @('-3', '-m', 'venv', '.venv')
}
$python = '.venv\Scripts\python.exe'
Invoke-Checked $python @('-m', 'pip', 'install', '--quiet', '-e', '.[build]')
Invoke-Checked $python @('-m', 'PyInstaller', '--noconfirm', 'build.spec')
Invoke-Checked 'dist\mengzhan\mengzhan-cli.exe' @('--version')

$version = & $python -c "import mengzhan; print(mengzhan.__version__)"
Compress-Archive -Force -Path 'dist\mengzhan' -DestinationPath "dist\mengzhan-$version-portable.zip"

$makensis = Get-Command 'makensis' -ErrorAction SilentlyContinue
$standard = Join-Path ${env:ProgramFiles(x86)} 'NSIS\makensis.exe'
if ($makensis) { $standard = $makensis.Source }
if (Test-Path $standard) {
    Invoke-Checked $standard @("-DVERSION=$version", 'resources\installer\installer.nsi')
} else {
    Write-Warning 'NSIS was not found: the portable zip is ready, the installer was not made.'
}
