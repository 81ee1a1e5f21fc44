import pLimit from 'p-limit';

export interface AdaptiveLimitOptions {
  /** Requests at once to begin with. */
  readonly start: number;
  /** Never more than this, whatever a service allows. */
  readonly ceiling: number;
}

/** After so many answers without a complaint one more request at once is tried; twice as many each time. */
const ANSWERS_BEFORE_MORE = 8;

/**
 * The one limit of an account: how many requests run at once. It begins with what is usual, goes to what
 * the service says the plan allows, falls when the service complains and comes back slowly.
 */
export class AdaptiveLimit {
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #userCeiling: number;
  #ceiling: number;
  #goodAnswers = 0;
  #answersAtThisLevel = 0;
  #answersBeforeMore = ANSWERS_BEFORE_MORE;
  #complaints = 0;

  constructor({ start, ceiling }: AdaptiveLimitOptions) {
    this.#userCeiling = Math.max(1, ceiling);
    this.#ceiling = Math.max(1, Math.min(start, ceiling));
    this.#limit = pLimit(this.#ceiling);
  }

  /** Requests at once, as of now. */
  get current(): number {
    return this.#limit.concurrency;
  }

  /** Complaints so far. */
  get complaints(): number {
    return this.#complaints;
  }

  /** Runs something when there is room for it. */
  run<T>(task: () => Promise<T>): Promise<T> {
    return this.#limit(task);
  }

  /** A request was answered well. */
  answered(maximumConcurrency: number | undefined): void {
    this.#goodAnswers++;
    this.#answersAtThisLevel++;
    if (maximumConcurrency !== undefined) this.#learnCeiling(maximumConcurrency);
    if (this.#goodAnswers < this.#answersBeforeMore || this.current >= this.#ceiling) return;
    this.#goodAnswers = 0;
    this.#set(this.current + 1);
  }

  /**
   * A request was refused because there were too many.
   *
   * @param complaintsBefore `complaints` when the request began: requests that ran together and are
   *   refused together count as one complaint. One complaint is forgiven when so many at once were taken twice
   *   over: then the service has a reason of its own, or counts an answer that it has just sent.
   */
  complained(complaintsBefore: number, maximumConcurrency: number | undefined): void {
    const isProven = this.#answersAtThisLevel >= 2 * this.current;
    this.#goodAnswers = 0;
    this.#answersAtThisLevel = 0;
    if (maximumConcurrency !== undefined) this.#learnCeiling(maximumConcurrency);
    else if (complaintsBefore === this.#complaints && !isProven) this.#backOff();
    this.#complaints++;
  }

  #backOff(): void {
    this.#answersBeforeMore *= 2;
    this.#set(Math.max(1, Math.floor(this.current * 0.7)));
  }

  #learnCeiling(maximumConcurrency: number): void {
    const ceiling = Math.min(maximumConcurrency, this.#userCeiling);
    if (ceiling === this.#ceiling) return;
    this.#ceiling = ceiling;
    this.#set(ceiling);
  }

  #set(concurrency: number): void {
    const next = Math.min(concurrency, this.#ceiling);
    if (next !== this.current) this.#answersAtThisLevel = 0;
    this.#limit.concurrency = next;
  }
}
