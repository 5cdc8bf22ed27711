#!/bin/sh
# Part of install.sh: puts files where they belong, remembers them, and takes them away again.
# Each is written down as "kind mark path", so that it can be brought up to date and taken away.
# Kinds: p the program's, c the clinic's own once its hash is not the mark any more, l a link, d a folder.

: "${texts=/srv/kiosk/content}" "${newer=/srv/kiosk/newer}"
: "${root=}" "${dry=no}" "${record=/usr/local/lib/kiosk/installed}" "${new:?}"

hash_of() { sha256sum "$1" | cut -d' ' -f1; }
recorded() { [ ! -f "$root$record" ] || sed -n "s|^$1 \([^ ]*\) $2\$|\1|p" "$root$record" | head -n 1; }
known() { [ -f "$root$record" ] && grep -q " $1\$" "$root$record"; }
note() { printf '%s %s %s\n' "$1" "$2" "$3" >>"$new"; }

last=
folder() {
  [ "$1" != "$last" ] || return 0
  last=$1
  if [ -z "$1" ] || grep -qxF "d - $1" "$new"; then return 0; fi
  if [ ! -d "$root$1" ]; then
    folder "${1%/*}"
    run mkdir -m 755 "$root$1"
    note d - "$1"
  elif [ -n "$(recorded d "$1")" ]; then
    folder "${1%/*}"
    note d - "$1"
  fi
}

# is_text_of_the_clinic FROM TO: the texts are the clinic's from the first day. What it has deleted stays deleted, and
# a text that has changed in this release is put beside, to be compared and taken over by those who answer for it.
is_text_of_the_clinic() {
  case $2 in "$texts"/*) ;; *) return 1 ;; esac
  before=$(recorded c "$2")
  if [ -z "$before" ]; then return 1; fi
  if [ ! -e "$root$2" ]; then
    tell "left out, for you have deleted it: $2"
    note c "$before" "$2"
  elif [ "$(hash_of "$1")" != "$before" ]; then
    beside=$newer/${2#"$texts"/}
    tell "kept, and the text of this release is beside it: diff $2 $beside"
    note c "$before" "$2"
    put p 644 "$1" "$beside"
  else
    return 1
  fi
}

# put KIND MODE FROM TO
put() {
  folder "${4%/*}"
  hash=-
  [ "$1" = p ] || hash=$(hash_of "$3")
  if cmp -s "$3" "$root$4"; then
    note "$1" "$hash" "$4"
    return 0
  fi
  if [ "$1" = c ] && is_text_of_the_clinic "$3" "$4"; then return 0; fi
  if [ "$1" = c ] && [ -e "$root$4" ]; then
    before=$(recorded c "$4")
    if [ "$(hash_of "$root$4")" != "$before" ]; then
      tell "kept, for you have changed it: $4"
      note c "${before:-$hash}" "$4"
      return 0
    fi
  fi
  if [ "$dry" = yes ]; then
    tell "would write: $4"
  else
    cp "$3" "$root$4.new"
    chmod "$2" "$root$4.new"
    mv -f "$root$4.new" "$root$4"
  fi
  note "$1" "$hash" "$4"
}

# keep PATH: what was put there with an earlier call stays as it is.
keep() {
  mark=$(recorded c "$1")
  [ -z "$mark" ] || { folder "${1%/*}"; note c "$mark" "$1"; }
}

# put_tree KIND FROM TO
put_tree() {
  if [ -L "$root$3" ]; then
    # What it leads to belongs to somebody else.
    tell "left alone, for there is something else: $3"
    return 0
  fi
  sums=$(mktemp) here=$(mktemp) missing=$(mktemp)
  (cd "$2" && find . -type f ! -path '*/__pycache__/*' -print0 | sort -z | xargs -0r sha256sum) >"$sums"
  if [ -d "$root$3" ]; then
    # A file that is not there is told, and makes no difference.
    (cd "$root$3" && { cut -c67- "$sums" | tr '\n' '\0' | xargs -0r sha256sum 2>/dev/null || true; }) >"$here"
  fi
  awk 'FILENAME == ARGV[1] { here[substr($0, 67)] = $1; next }
    { print here[substr($0, 67)] == $1 ? "same" : "other", $1, substr($0, 69) }' "$here" "$sums" >"$sums.how"
  while read -r how hash file; do
    [ "$1" = c ] || hash=-
    at=$3/$file
    folder "${at%/*}"
    if [ "$how" = same ]; then
      note "$1" "$hash" "$at"
    elif [ "$dry" = yes ] || [ -e "$root$at" ] || [ -L "$root$at" ] || { [ "$1" = c ] && known "$at"; }; then
      put "$1" 644 "$2/$file" "$at"
    else
      note "$1" "$hash" "$at"
      printf '%s\n' "$file" >>"$missing"
    fi
  done <"$sums.how"
  # All of a new tree at once: a process for each file would take seconds.
  if [ -s "$missing" ]; then
    (cd "$2" && tr '\n' '\0' <"$missing" | xargs -0r cp --parents -t "$root$3")
    (cd "$root$3" && tr '\n' '\0' <"$missing" | xargs -0r chmod 644)
  fi
  rm -f "$sums" "$sums.how" "$here" "$missing"
}

# link TARGET AT
link() {
  folder "${2%/*}"
  if [ -L "$root$2" ] && [ "$(readlink "$root$2")" = "$1" ]; then
    [ -z "$(recorded l "$2")" ] || note l "$1" "$2"
    return 0
  elif [ -e "$root$2" ] || [ -L "$root$2" ]; then
    tell "left alone, for there is something else: $2"
    return 0
  fi
  run ln -s "$1" "$root$2"
  note l "$1" "$2"
}

# Takes away what is in the record and, where a second file is given, not in that.
take_away() {
  gone=$(mktemp) files=$(mktemp)
  awk '{ path = $0; sub(/^[^ ]* [^ ]* /, "", path) }
    FILENAME == ARGV[1] { kept[path]; next }
    !(path in kept)' "${2-/dev/null}" "$1" | sort -r -k3 >"$gone"
  while read -r kind hash path; do
    # Not through a link that was put in the folder's place: what it leads to is not ours.
    case $path in
    /srv/kiosk/content/*) [ ! -L "$root/srv/kiosk/content" ] || continue ;;
    esac
    case $kind in
    p | l) printf '%s\n' "$root$path" >>"$files" ;;
    c)
      if [ -f "$root$path" ] && [ "$(hash_of "$root$path")" != "$hash" ]; then
        tell "kept, for you have changed it: $path"
      else
        printf '%s\n' "$root$path" >>"$files"
      fi
      ;;
    esac
  done <"$gone"
  if [ "$dry" = yes ]; then
    sed 's/^/would run: rm -f /' "$files"
  else
    tr '\n' '\0' <"$files" | xargs -0r rm -f
    while read -r kind hash path; do
      [ "$kind" = d ] || continue
      # Python leaves its own copies beside the program.
      [ ! -e "$root$path/__pycache__" ] || rm -rf "$root$path/__pycache__"
      rmdir "$root$path" 2>/dev/null || true
    done <"$gone"
  fi
  rm -f "$gone" "$files"
}

# The record itself lay in some of them.
take_folders_away() {
  only=$(grep '^d' "$new" || true)
  printf '%s\n' "$only" >"$new"
  take_away "$new"
}
