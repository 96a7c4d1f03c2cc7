#!/bin/sh
# Runs a Docker engine of its own, beside any other, for as long as our input is open: so it ends with whoever
# started it, however that ends, and leaves nothing behind.   run-dockerd.sh FOLDER BRIDGE ADDRESS/BITS
set -eu
folder=$1 bridge=$2 address=$3

clean_up() {
  ip link delete "$bridge"
  rm -rf --one-file-system "$folder"
}

ip link add name "$bridge" type bridge
trap clean_up EXIT
ip address add "$address" dev "$bridge"
ip link set "$bridge" up

# Ports are published by docker-proxy, so no firewall rule and no routing of this machine is touched.
{
  dockerd --host "unix://$folder/docker.sock" --pidfile "$folder/pid" \
    --data-root "$folder/data" --exec-root "$folder/exec" \
    --bridge "$bridge" --userland-proxy=true \
    --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false
  touch "$folder/ended"
} > "$folder/log" 2>&1 &

cat > /dev/null
[ ! -e "$folder/pid" ] || kill "$(cat "$folder/pid")"
wait
