/** Versions of the engines in the bundle, as the report names them; a test holds them to package.json. */
export const ENGINE_VERSIONS = { autocannon: '9.0.0', undici: '8.12.4' } as const;
