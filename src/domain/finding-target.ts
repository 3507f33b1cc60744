/** What is found about a service on another machine. Plain JSON. */
import type { MonitoringReading } from './resources.ts';

/** Rows of `FindingEvidence` about targets. */
export interface TargetEvidence {
  'service-elsewhere': {
    readonly address: string;
    /** Databases of the service were watched from here. */
    readonly databases: boolean;
    /** What its own monitoring said of it in the scenario in which it used most; null where none was asked. */
    readonly used: MonitoringReading | null;
  };
}
