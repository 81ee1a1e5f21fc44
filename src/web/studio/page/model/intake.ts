import type { IssuePlan, IssueRequest } from '../../api.js';
import type { ModelHost } from './host.js';
import type { Jobs } from './jobs.js';

const ISSUE_FIELDS = ['issue-url', 'issue-text'] as const;
type IssueField = (typeof ISSUE_FIELDS)[number];

/** From an issue to an edition: read it, look at what would be spoken, build. */
export class Intake {
  plan: IssuePlan | undefined;
  isReading = false;
  isBuilding = false;
  /** Why the issue could not be read. */
  problem: string | undefined;
  private given: IssueRequest | undefined;

  constructor(
    private readonly host: ModelHost,
    private readonly jobs: Jobs,
    private readonly maxBytes: () => number,
    /** Called when an issue is read, and when its build begins. */
    private readonly moved: (to: { readonly issue: string } | { readonly job: string }) => void,
  ) {}

  /** What stands in a field of the page where issues are given. */
  typed(field: IssueField): string {
    return this.host.unkept.read<string>(field) ?? '';
  }

  type(field: IssueField, typed: string): void {
    this.host.unkept.write(field, typed === '' ? undefined : typed);
    this.host.update();
  }

  /** Reads an issue; builds and pays nothing. */
  async read(request: IssueRequest): Promise<void> {
    this.problem = undefined;
    this.isReading = true;
    this.host.update();
    try {
      this.plan = await this.host.api.readIssue(request);
      this.given = request;
      this.moved({ issue: this.plan.id });
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isReading = false;
    this.host.update();
  }

  /** Reads a file that was dropped or chosen. */
  async readFile(file: File): Promise<void> {
    const most = this.maxBytes();
    if (file.size > most) {
      this.problem = `${file.name} is larger than ${Math.floor(most / 1_000_000)} MB, which is more than an issue may have.`;
      this.host.update();
      return;
    }
    await this.read({ base64: base64Of(await file.arrayBuffer()), name: file.name });
  }

  /** The same issue, otherwise: another engine, title or date. Only while this window knows the issue. */
  async readAgain(change: Pick<IssueRequest, 'engine' | 'title' | 'date'>): Promise<void> {
    if (this.given !== undefined) await this.read({ ...this.given, ...change });
  }

  get canReadAgain(): boolean {
    return this.given !== undefined;
  }

  /** An issue that was read before, after a reload or in another window. */
  async open(id: string): Promise<void> {
    if (this.plan?.id === id) return;
    this.given = undefined;
    this.plan = undefined;
    try {
      this.plan = await this.host.api.issue(id);
    } catch {
      this.problem = 'The studio no longer has that issue; give it once more.';
    }
    this.host.update();
  }

  /** Builds what was shown, and pays no more than was said. */
  async build(): Promise<void> {
    const { plan } = this;
    if (plan === undefined || this.isBuilding) return;
    this.isBuilding = true;
    const job = await this.host.talk.attempt(() => this.host.api.build(plan.id, plan.cost.newCharacters));
    this.isBuilding = false;
    if (job !== undefined) {
      this.clear();
      this.jobs.begin(job);
      this.moved({ job: job.id });
    }
    this.host.update();
  }

  /** Puts the issue away. */
  forget(): void {
    const id = this.plan?.id;
    this.plan = undefined;
    this.given = undefined;
    this.problem = undefined;
    this.clear();
    if (id !== undefined) void this.host.api.forgetIssue(id).catch(() => undefined);
  }

  /** What was typed has become an edition, or is not wanted. */
  private clear(): void {
    for (const field of ISSUE_FIELDS) this.host.unkept.write(field, undefined);
  }
}

/** In slices, since a call takes only so many arguments. */
function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
