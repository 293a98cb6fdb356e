/** `tree`: lists the decision trees, draws one, or looks for mistakes in them. */
import { readTrees, treesFrom } from '../../config/trees.ts';
import type { AnyCheck, Language } from '../../contract.ts';
import { EXIT } from '../../exit.ts';
import { treeWords } from '../../language/tree.ts';
import { type Graph, graphOf } from '../../tree/draw/graph.ts';
import { drawMermaid } from '../../tree/draw/mermaid.ts';
import { takenIn } from '../../tree/draw/taken.ts';
import { drawText } from '../../tree/draw/text.ts';
import { answer } from '../check/answer.ts';
import type { Context } from '../context.ts';
import { modulesNamed } from '../modules.ts';
import { printError } from '../print.ts';
import { setUp } from '../setup.ts';
import { screenOf } from '../terminal.ts';
import type { TreeOptions } from '../tree.ts';
import { looked } from './check.ts';
import { listOf } from './list.ts';
import { chosenTree, hasTree, type Trees } from './named.ts';
import { runOf } from './run.ts';

export const tree = async (name: string, options: TreeOptions, context: Context): Promise<number> => {
  const { config, language } = await setUp(context);
  const checks = await modulesNamed([]);
  const built = checks.filter(hasTree);
  if (options.check === true) {
    const { trees: own, mistakes } = readTrees(config, checks);
    const { status, text } = await looked(checks, { built, own }, mistakes(language), name, language);
    await answer(text, options);
    return status;
  }
  const trees = { built, own: treesFrom(config, checks) };
  const run = runOf(options);
  const wanted = name === '' ? run?.complaint : name;
  if (wanted === undefined) {
    await answer(listOf(trees, language, screenOf(process.stdout, process.env).width), options);
    return EXIT.ok;
  }
  const graph = await graphFor(wanted, run?.path, trees, checks, language);
  await answer(await drawn(graph, options.format, language), options);
  return EXIT.ok;
};

const graphFor = async (
  name: string,
  path: readonly Readonly<Record<string, unknown>>[] | undefined,
  trees: Trees,
  checks: readonly AnyCheck[],
  language: Language,
): Promise<Graph> => {
  const chosen = await chosenTree(name, trees);
  const taken = path && takenIn(chosen.check.tree, path);
  if (taken?.nodes.size === 0) await printError(treeWords(language).otherTree);
  return graphOf({ ...chosen, checks, ...(taken !== undefined && { taken }) }, language);
};

const drawn = async (graph: Graph, format: TreeOptions['format'], language: Language): Promise<string> => {
  const words = treeWords(language);
  switch (format) {
    case 'mermaid':
      return drawMermaid(graph);
    case 'svg':
      // The layout is large, and nobody else needs it.
      return (await import('../../tree/draw/svg.ts')).drawSvg(graph, { words, language });
    case 'text':
      return drawText(graph, { ...screenOf(process.stdout, process.env), words });
  }
};
