/** Korean and English, or one text for both. */
export type Pair = string[];
export type Lang = "ko" | "en";

export interface Item {
  id: string;
  topic: string;
  difficulty: number;
  minutes: number;
  book: "closed" | "open";
  kind: "checked" | "explanation";
  draws: number;
  /** Whether every answer is digits alone, so that a number pad will do. */
  digits: boolean;
}

/** Which gap (-1: all of them), what stands there, and why. */
export type Mistake = [number, string[], Pair];

export interface Problem {
  id: string;
  kind: "choice" | "matching" | "grid" | "gaps" | "explanation";
  question: Pair;
  steps: Pair[];
  options?: Pair[];
  prompts?: Pair[];
  labels?: Pair[];
  columns?: number;
  right: Pair[];
  known?: [Pair, Pair][];
  /** What an explanation has to say, and the points. */
  criteria?: [Pair, number][];
  gaps: string[][];
  mistakes: Mistake[];
}

export interface Section {
  title: Pair;
  note: Pair | null;
  minutes: number;
  /** Item, place of the draw, points. */
  questions: [string, number, number][];
}

export interface Course {
  id: string;
  lang: Lang | null;
  title: Pair;
  words: Record<string, Pair>;
  topics: Record<string, Pair>;
  items: Item[];
  rehearsals: Section[][];
}

export interface Verdict {
  state: "empty" | "right" | "wrong";
  right: boolean[];
  whys: Pair[];
}

/** What is remembered of an item. */
export interface Card {
  box: number;
  /** When it is due, in milliseconds since 1970. */
  due: number;
  seen: number;
  /** How often it was right at once. */
  once: number;
}

export type Progress = Record<string, Card>;
export type Outcome = "once" | "helped" | "wrong";
