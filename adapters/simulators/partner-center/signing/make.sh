#!/bin/sh
# Makes the simulator's own certificates anew, into this folder: a root whose key is thrown away at once, and the one
# certificate that it signs. Both are public, so neither proves anything: only the demo believes them.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
: >"$work/index"
echo 01 >"$work/serial"
cat >"$work/ca.cnf" <<END
[ca]
default_ca = simulator
[simulator]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
preserve = yes
[any]
C = optional
O = optional
OU = optional
CN = optional
END
signed() { # name, extensions, then how it is signed
  name=$1
  printf '%s\n' "$2" >"$work/$name.ext"
  shift 2
  openssl ca -batch -notext -config "$work/ca.cnf" -startdate 20200101000000Z -enddate 21200101000000Z \
    -extfile "$work/$name.ext" -in "$work/$name.csr" -out "$name.pem" "$@" 2>/dev/null
}
openssl req -new -newkey rsa:2048 -nodes -keyout "$work/root.key" -out "$work/root.csr" 2>/dev/null \
  -subj '/O=Partner Desk simulator, trusted by nobody else/CN=Simulated root'
signed root 'basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign' -selfsign -keyfile "$work/root.key"
openssl req -new -newkey rsa:2048 -nodes -keyout leaf.key -out "$work/leaf.csr" 2>/dev/null \
  -subj '/C=US/O=Microsoft Corporation/OU=Simulated by Partner Desk/CN=notifications.simulator.invalid'
signed leaf 'basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature' -cert root.pem -keyfile "$work/root.key"
