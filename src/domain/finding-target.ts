/** What is found about a service on another machine. Plain JSON. */
import type { MonitoringReading } from './resources.ts';
import type { Bytes } from './units.ts';

/** Rows of `FindingEvidence` about targets. */
export interface TargetEvidence {
  'service-elsewhere': {
    readonly address: string;
    /** Databases of the service were watched from here. */
    readonly databases: boolean;
    /** What its own monitoring said of it in the scenario in which it used most; null where none was asked. */
    readonly used: MonitoringReading | null;
    /** What was read of its machine over SSH in the scenario in which it used most; absent where nothing was. */
    readonly ssh?: {
      readonly host: string;
      /** Cores that the service used, on average; null where its processes were not found. */
      readonly cores: number | null;
      /** Its memory at most. */
      readonly memory: Bytes | null;
      readonly machine: { readonly cores: number; readonly busyCores: number } | null;
    };
  };
}
