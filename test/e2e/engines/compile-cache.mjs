/** Imported before a program of ours: it is compiled once for all that start it, and anew when its source changes. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/loadgate-tests'));
