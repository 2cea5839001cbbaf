/** What changes in memory with the transaction that is under way. */
export interface Effects {
  /** Runs once the transaction is committed, after what was added before. */
  add(effect: () => void): void;
  /** Takes part in the transaction to its end. */
  join(part: TransactionPart): void;
}

/** Something that is written down at the end of a transaction, and known once that is committed. */
export interface TransactionPart {
  beforeCommit(): void;
  committed(): void;
  undone(): void;
}

/** {@link Effects} for who makes the transactions. */
export interface TransactionEffects extends Effects {
  beforeCommit(): void;
  committed(): void;
  undone(): void;
}

/** Returns {@link TransactionEffects}, none yet. */
export function createEffects(): TransactionEffects {
  const effects: (() => void)[] = [];
  const parts: TransactionPart[] = [];
  return {
    add: (effect) => void effects.push(effect),
    join: (part) => void parts.push(part),
    beforeCommit() {
      for (const part of parts) part.beforeCommit();
    },
    committed() {
      for (const part of parts.splice(0)) part.committed();
      for (const effect of effects.splice(0)) effect();
    },
    undone() {
      for (const part of parts.splice(0)) part.undone();
      effects.splice(0);
    },
  };
}
