import type { Reply } from '../engine/reply.ts';
import type { Step } from '../engine/step.ts';

/** One way a reply can go wrong, or look odd and yet be right. */
export interface Fault {
  /** How it is asked for. */
  readonly name: string;
  /** One sentence for the list of faults; `N` stands for the value after `@`. */
  readonly summary: string;
  /** The value when none is given, for a fault that takes one. */
  readonly value?: number;
  /** The least and the greatest value that make sense. */
  readonly range?: readonly [least: number, most: number];
  /** Makes sense on replies that are no streams, in a group whose faults otherwise do not. */
  readonly anyReply?: boolean;
  /** Is refused unless a stream was asked for. */
  readonly streamOnly?: boolean;
  /** What is done instead of the good reply. */
  readonly play: (scene: FaultScene) => Iterable<Step>;
}

/** What a fault works on. */
export interface FaultScene {
  /** The reply as it would be. */
  readonly reply: Reply;
  /** The number after `@`. */
  readonly value: number;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}
