/**
 * audio-edition as a library: everything that a command can do. No console, no environment, no exit; what is
 * going on is told by events, and an `AbortSignal` ends it.
 */
export { writeLexicon } from './config/write-lexicon.js';
export {
  type Config,
  type ConfigSources,
  type Environment,
  findVoices,
  loadConfig,
  type VoicesPlace,
} from './config.js';
export type * from './edition.js';
export type { EditChange } from './edits/changes.js';
export {
  afterPublishing,
  changesOf,
  type Draft,
  type DraftStep,
  emptied,
  NO_DRAFT,
  redoStep,
  undoStep,
  withoutStep,
  withStep,
} from './edits/draft.js';
export type { EditOrder } from './edits/orders.js';
export { AudioEditionError, type ErrorFault, type ErrorStage } from './errors.js';
export { build } from './pipeline/build/build-if-changed.js';
export type { MadeEdition } from './pipeline/build/make-edition.js';
export { type CheckRequest, check } from './pipeline/check.js';
export { type CleanReport, type CleanRequest, clean } from './pipeline/clean.js';
export { type DraftPlace, readDraft, writeDraft } from './pipeline/draft/draft-file.js';
export { orderInDraft } from './pipeline/draft/draft-order.js';
export { type DraftTake, type DraftTakes, listDraftTakes } from './pipeline/draft/draft-takes.js';
export { hearJoin, type JoinRequest } from './pipeline/draft/hear-join.js';
export {
  type PreviewedSegment,
  type PreviewSegmentRequest,
  previewSegment,
} from './pipeline/draft/preview-segment.js';
export {
  type DraftRequest,
  type DraftSegment,
  type DraftStory,
  type DraftView,
  viewDraft,
} from './pipeline/draft/view-draft.js';
export type { LexiconInUse } from './pipeline/edit/lexicon-in-use.js';
export { type DroppedPlaces, placesOfDropped } from './pipeline/edit/placed-drops.js';
export type { ResolvedOrder } from './pipeline/edit/resolve-order.js';
export type { SegmentTakes, TakeEntry } from './pipeline/edit/take-history.js';
export { type HeardWord, wordsOfSegment, wordsOfTake } from './pipeline/edit/take-words.js';
export { editionStamp, hasFormerState, type StampRequest } from './pipeline/edition-stamp.js';
export type { EditionState, OpenedEdition, PublishedEdition } from './pipeline/edition-state.js';
export { findTake, listEditions } from './pipeline/editions.js';
export type { PipelineEvent } from './pipeline/events.js';
export type { PipelineHost } from './pipeline/host.js';
export { type NodeHostOptions, nodeHost } from './pipeline/node-host.js';
export { type EditionRequest, openEdition, openPublished } from './pipeline/open-edition.js';
export type { ReadRequest } from './pipeline/read.js';
export { type RebuildRequest, type RebuildResult, rebuild } from './pipeline/rebuild.js';
export type { Proof } from './pipeline/regenerate/proof.js';
export {
  listTakes,
  planRegenerate,
  type RegeneratePlan,
  type RegenerateRequest,
  type RegenerateResult,
  regenerate,
} from './pipeline/regenerate/regenerate.js';
export {
  chosenEngine,
  type EngineChoice,
  type EngineVoices,
  listEngines,
  listVoices,
} from './pipeline/voices.js';
export { type BuildPlan, type BuildRequest, plan, type ScriptResult, script } from './pipeline.js';
export { compileLexicon, type Difference, differencesOf } from './script/index.js';
export { type Peaks, readPeaks, type SpeechCost, type SpeechPlan } from './speech/index.js';
