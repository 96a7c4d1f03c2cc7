/** The Debian that the templates' AMI parameter names. */
export const RELEASE = 'trixie';
export const MIRROR = 'http://deb.debian.org/debian';

/** What AWS's image of Debian has and a minimal root lacks, less what needs a kernel or hardware of its own. */
export const PACKAGES = [
  ...['systemd', 'systemd-sysv', 'dbus', 'udev', 'libpam-systemd', 'kmod', 'procps', 'tzdata', 'locales'],
  ...['cloud-init', 'cloud-guest-utils', 'unattended-upgrades', 'openssh-server', 'sudo', 'ca-certificates'],
  ...['e2fsprogs', 'fdisk', 'netbase', 'iproute2', 'iputils-ping', 'curl', 'wget', 'less', 'nano'],
];

/** Files that AWS's image has too. */
export const IMAGE_FILES: Record<string, string> = {
  '/etc/apt/sources.list.d/debian.sources': `Types: deb
URIs: ${MIRROR}
Suites: ${RELEASE} ${RELEASE}-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: ${MIRROR}-security
Suites: ${RELEASE}-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`,
  '/etc/cloud/cloud.cfg.d/01_debian_cloud.cfg': `apt: {preserve_sources_list: true}
manage_etc_hosts: true
system_info:
  default_user:
    name: admin
    gecos: Debian
    groups: [adm, sudo]
    sudo: ['ALL=(ALL) NOPASSWD:ALL']
    shell: /bin/bash
    lock_passwd: true
`,
};

/** Where the authority of the stage's certificates is kept on a host. */
export const AUTHORITY = '/usr/local/share/ca-certificates/stage.crt';

/** What the stage adds, since a container is no virtual machine and the stage is not AWS. */
export const STAGE_FILES: Record<string, string> = {
  // The network is there before the host boots: there is no DHCP to configure it by. The last modules are Debian's
  // less install_hotplug, which tells udev of interfaces that are plugged in later: no udev runs in a container.
  '/etc/cloud/cloud.cfg.d/99_stage.cfg': `datasource_list: [Ec2]
network: {config: disabled}
locale: C.UTF-8
cloud_final_modules:
  - package_update_upgrade_install
  - write_files_deferred
  - scripts_vendor
  - scripts_per_once
  - scripts_per_boot
  - scripts_per_instance
  - scripts_user
  - ssh_authkey_fingerprints
  - keys_to_console
  - phone_home
  - final_message
  - power_state_change
`,
  // Debian's programs trust the system's authorities, Node only its own: in services, and where an operator runs it.
  '/etc/systemd/system.conf.d/stage.conf': `[Manager]\nDefaultEnvironment=NODE_EXTRA_CA_CERTS=${AUTHORITY}\n`,
  '/etc/sudoers.d/stage': 'Defaults env_file=/etc/stage.env\n',
  '/etc/stage.env': `NODE_EXTRA_CA_CERTS=${AUTHORITY}\n`,
  // By this cloud-init knows AWS, and asks for a token. It comes after the stage that would ask for an address by DHCP.
  '/etc/systemd/system/stage-firmware.service': `[Unit]
Description=What the firmware of an EC2 instance says
DefaultDependencies=no
After=cloud-init-local.service
Before=cloud-init-network.service
[Service]
Type=oneshot
ExecStart=/usr/local/lib/stage-firmware
[Install]
WantedBy=cloud-init.target
`,
  '/usr/local/lib/stage-firmware': `#!/bin/sh
set -eu
# The kernel lets nobody add to its own /sys: the host gets one that has all of that, and this beside it.
mkdir /run/stage-sys
mount -t tmpfs -o mode=755 stage-sys /run/stage-sys
for part in /sys/*; do
  mkdir "/run/stage-sys/\${part##*/}"
  mount --rbind "$part" "/run/stage-sys/\${part##*/}"
done
mkdir /run/stage-sys/hypervisor
echo ec2e1916-9099-7caf-fd21-012345abcdef >/run/stage-sys/hypervisor/uuid
mount --rbind /run/stage-sys /sys
`,
};
