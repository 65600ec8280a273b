import fc from 'fast-check';

/** Mutants are many: each is tried by fewer random cases than the build is. */
fc.configureGlobal({ numRuns: 5 });
