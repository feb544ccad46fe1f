#!/bin/sh
# Install what the tests use beside Python: a JACK server, Pure Data, fluidsynth and its soundfont, SuperCollider's
# language, a browser, ffmpeg. Debian; on Ubuntu chromium must be there already.
set -eu
packages="jackd2 puredata-core fluidsynth fluid-soundfont-gm supercollider-language chromium ffmpeg gcc libc6-dev libjack-jackd2-dev"
missing=""
for package in $packages; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $missing >/dev/null
