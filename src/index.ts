/**
 * audio-edition as a library: everything that a command can do. No console, no environment, no exit; what is
 * going on is told by events, and an `AbortSignal` ends it.
 */
export { type Config, type ConfigSources, type Environment, loadConfig } from './config.js';
export type * from './edition.js';
export { AudioEditionError, type ErrorFault, type ErrorStage } from './errors.js';
export { build } from './pipeline/build-if-changed.js';
export { type CheckRequest, check } from './pipeline/check.js';
export { type CleanReport, type CleanRequest, clean } from './pipeline/clean.js';
export type { PipelineEvent } from './pipeline/events.js';
export type { PipelineHost } from './pipeline/host.js';
export type { MadeEdition } from './pipeline/make-edition.js';
export { type NodeHostOptions, nodeHost } from './pipeline/node-host.js';
export type { Proof } from './pipeline/proof.js';
export type { ReadRequest } from './pipeline/read.js';
export { type RebuildRequest, type RebuildResult, rebuild } from './pipeline/rebuild.js';
export {
  listTakes,
  planRegenerate,
  type RegeneratePlan,
  type RegenerateRequest,
  type RegenerateResult,
  regenerate,
} from './pipeline/regenerate.js';
export { type BuildPlan, type BuildRequest, plan, type ScriptResult, script } from './pipeline.js';
