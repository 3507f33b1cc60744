/** English: a service on another machine. */
import type { TargetWords } from './target-words.ts';

/** What is said of a target. */
export const target: TargetWords = {
  titles: { 'service-elsewhere': 'Service on another machine' },
  findings: {
    'service-elsewhere': ({ address, databases }, n) => {
      const remedy = databases
        ? `Its databases were watched from here; the rest is measured where Loadgate starts the service (${n.code('service: start')}).`
        : `Its databases can be watched from here (${n.code('databases:')}); the rest is measured where Loadgate starts the service (${n.code('service: start')}).`;
      return `The service was loaded at ${n.name(address)}, another machine's address: latency includes the network in between, and the hardware named here is that of the machine that sent. What the service itself used (CPU, memory, disks) was not measured, so what limits it can only be seen from outside. ${remedy}`;
    },
  },
};
