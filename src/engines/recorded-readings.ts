/** The shapes of what is read during a slice, and of what another tool told of one. */
import { z } from 'zod';
import { IMPORT_FORMATS, LACKS } from '../domain/imported.ts';
import { k6Threshold } from './recorded-k6.ts';
import { amount, count, named, nullable, text } from './recorded-shapes.ts';

/** What the generator used. */
export const generator = named(
  'GeneratorReading',
  z.strictObject({
    cpu: amount,
    eventLoop: amount,
    eventLoopDelayP99: amount,
    runQueueDelay: nullable(amount),
    memory: amount,
  }),
);

/** What the machine did. */
export const host = named(
  'HostReading',
  z.strictObject({
    cores: amount,
    busyCores: amount,
    serviceCores: nullable(amount),
    generatorCores: amount,
    otherCores: amount,
    steal: nullable(amount),
    cpuPressure: nullable(amount),
    ioPressure: nullable(amount),
    memoryPressure: nullable(amount),
    busyByCore: z.array(amount).max(4_096),
    others: z.array(z.strictObject({ name: text, cores: amount })).max(3),
    disk: nullable(z.strictObject({ name: text, busy: amount, read: amount, written: amount })),
    retransmits: nullable(amount),
    thermalThrottles: nullable(count).default(null),
    serviceMemory: nullable(amount),
  }),
);

/** Quantiles that a tool told. */
export const told = named(
  'ToldLatency',
  z.strictObject({
    answers: count,
    quantiles: z.array(z.strictObject({ quantile: z.number().min(0).max(1), value: amount })).max(100),
  }),
);

/** That another tool measured. */
export const imported = named(
  'Imported',
  z.strictObject({
    format: z.enum(IMPORT_FORMATS),
    lacks: z.array(z.enum(LACKS)).max(LACKS.length),
    told: nullable(told),
    thresholds: z.array(k6Threshold).max(10_000).exactOptional(),
  }),
);
