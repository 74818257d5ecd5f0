#!/bin/sh
# Runs what deploy/image.sh laid out in FOLDER as the image does, where there is no Docker: in a Debian of its own, on files that cannot be
# written, as user 10001. As root, on a machine with debootstrap:
#   sh deploy/image.sh /srv/tandem && sh deploy/in-chroot.sh /srv/tandem web
set -eu
FOLDER=$1
COMMAND=$2
ROOT=$FOLDER.debian
if [ ! -d "$ROOT" ]; then
  debootstrap --variant=minbase bookworm "$ROOT.unfinished" >/dev/null
  # As Docker's slim images are: without what only people read and what apt would fetch again.
  (cd "$ROOT.unfinished" && rm -rf var/cache/apt/* var/lib/apt/lists/* usr/share/doc/* usr/share/man/* usr/share/info/* usr/share/locale/*)
  mkdir -p "$ROOT.unfinished/tandem" "$ROOT.unfinished/data"
  cp "$(command -v node)" "$ROOT.unfinished/usr/local/bin/node"
  mv "$ROOT.unfinished" "$ROOT"
fi
# Mounts of a space of its own end with what runs in it.
export FOLDER COMMAND ROOT NODE_ENV=production SNAPSHOT_FOLDER=/data/published
exec unshare --mount sh -euc '
  mount --bind "$ROOT" "$ROOT"
  mount --bind "$FOLDER" "$ROOT/tandem"
  mount -o remount,ro,bind "$ROOT"
  mount -o remount,ro,bind "$ROOT/tandem"
  mount -t tmpfs -o mode=1777 tmpfs "$ROOT/tmp"
  mount -t tmpfs -o uid=10001,gid=10001 tmpfs "$ROOT/data"
  mount -t proc proc "$ROOT/proc"
  exec chroot --userspec=10001:10001 "$ROOT" sh -c "cd /tandem && exec node deploy/run.ts $COMMAND"'
