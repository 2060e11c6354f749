#!/usr/bin/env bash
# Makes dist/mengzhan_<version>_<arch>.deb from dist/mengzhan (see README.md beside this file).
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' mengzhan/__init__.py)
arch=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

install -d "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" \
    "$tree/usr/share/icons/hicolor/256x256/apps" "$tree/usr/share/icons/hicolor/scalable/apps" \
    "$tree/usr/share/doc/mengzhan"
cp -a dist/mengzhan "$tree/opt/mengzhan"
ln -s /opt/mengzhan/mengzhan-cli "$tree/usr/bin/mengzhan"
install -m 644 resources/installer/mengzhan.desktop "$tree/usr/share/applications/"
install -m 644 resources/icons/mengzhan.png "$tree/usr/share/icons/hicolor/256x256/apps/"
install -m 644 resources/icons/mengzhan.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
install -m 644 resources/licences/MulanPSL-2.0.txt "$tree/usr/share/doc/mengzhan/copyright"

cat >"$tree/DEBIAN/control" <<CONTROL
Package: mengzhan
Version: $version
Architecture: $arch
Maintainer: The mengzhan contributors <noreply@mengzhan.invalid>
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Section: misc
Priority: optional
Depends: libegl1, libgl1, libx11-6, libdbus-1-3, libfontconfig1, libfreetype6, libglib2.0-0 | libglib2.0-0t64, libxkbcommon0, libx11-xcb1, fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei
Recommends: cups-client, fonts-noto-core, gnome-keyring | kwalletmanager
Description: 蒙站 就业服务站离线工作台
 Offline tool for employment-service stations: vacancies, intentions,
 follow-ups, visits, verification, referrals, monthly reports and
 signed, encrypted packages to the office above.
CONTROL

mkdir -p dist
fakeroot dpkg-deb -Zxz -b "$tree" "dist/mengzhan_${version}_${arch}.deb"
