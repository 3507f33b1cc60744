/** Whoever answered was taken for the service: its certificate was not looked at. */
import { finding, type Rule } from './evidence.ts';

/** Fires where the configuration turned the verification off. */
export const certificateNotVerified: Rule = ({ plan, run }) =>
  plan.service.tls?.kind === 'unverified' && run.target !== null
    ? [finding('certificate-not-verified', 'limitation', 'certain', { url: run.target.url })]
    : [];
