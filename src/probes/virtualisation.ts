/** Names what stands between the system and the hardware: a hypervisor, a container, or both. */
import { readKernelFile } from '../platform/kernel-files.ts';

/** Words in the firmware's vendor and product names, and the hypervisor or cloud that writes them. */
const FIRMWARE: readonly (readonly [RegExp, string])[] = [
  [/Microsoft Corporation.*Virtual Machine/, 'Hyper-V'],
  [/Amazon EC2/, 'Amazon EC2'],
  [/Google Compute Engine|^Google /, 'Google Compute Engine'],
  [/VMware/, 'VMware'],
  [/VirtualBox|innotek/, 'VirtualBox'],
  [/Parallels/, 'Parallels'],
  [/Xen|HVM domU/, 'Xen'],
  [/QEMU|KVM|Bochs|OpenStack/, 'KVM/QEMU'],
  [/Apple Virtualization/, 'Apple Virtualization'],
];

/** `Hyper-V`, `container`, `container on KVM/QEMU`, `virtual machine` when only the CPU tells; null when nothing says so, which is no proof of bare metal. */
export function nameVirtualisation(root: string): string | null {
  const machine = hypervisorOf(root);
  if (!isContainer(root)) return machine;
  return machine === null ? 'container' : `container on ${machine}`;
}

function hypervisorOf(root: string): string | null {
  const folder = 'sys/class/dmi/id';
  const firmware = ['sys_vendor', 'product_name']
    .map((file) => readKernelFile(root, `${folder}/${file}`)?.trim() ?? '')
    .join(' ');
  const known = FIRMWARE.find(([words]) => words.test(firmware));
  if (known !== undefined) return known[1];
  const flags = /^flags\s*:.*$/m.exec(readKernelFile(root, 'proc/cpuinfo') ?? '')?.[0] ?? '';
  return /\bhypervisor\b/.test(flags) ? 'virtual machine' : null;
}

function isContainer(root: string): boolean {
  if (readKernelFile(root, '.dockerenv') !== null) return true;
  if (readKernelFile(root, 'run/.containerenv') !== null) return true;
  return /docker|kubepods|containerd|lxc|libpod/.test(readKernelFile(root, 'proc/1/cgroup') ?? '');
}
