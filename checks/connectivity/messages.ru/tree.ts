/** The decision tree, in Russian. */
export const questions = {};
export const nodes = {};
