/** The messages between the pages and the service worker. */

/** A page asks for the next part of the download. */
export interface KeepMessage {
  readonly type: 'keep';
  /** True for the first message of a page: it tries files again that could not be loaded before. */
  readonly isFirst: boolean;
  /** True to check every kept file for damage, instead of a few. */
  readonly checksAll: boolean;
}

export interface StateMessage {
  readonly type: 'state';
  /** Describe what the browser keeps. */
  readonly sentences: readonly string[];
  /** True if the next message leads further. */
  readonly hasMore: boolean;
}

/** The site has a newer version of the page. */
export interface NewVersionMessage {
  readonly type: 'new-version';
}

/** The search or the checklist builder used the copy. */
export interface CopyUsedMessage {
  readonly type: 'copy-used';
  /** Says so. */
  readonly sentence: string;
}

export type WorkerMessage = StateMessage | NewVersionMessage | CopyUsedMessage;
