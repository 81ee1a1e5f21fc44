export type { IssueDocument, ReadOptions } from './document.js';
export { type DocumentSources, loadDocument } from './load-document.js';
export { readIssue } from './read-issue.js';
