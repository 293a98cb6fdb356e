/** `tree`: lists the decision trees, draws one, or looks for mistakes in them. */
import { EXIT } from '../../exit.ts';
import { treeWords } from '../../language/tree.ts';
import { graphOf } from '../../tree/draw/graph.ts';
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
import { listOf } from './list.ts';
import { chosenTree, drawables } from './named.ts';
import { runOf } from './run.ts';

export const tree = async (name: string, options: TreeOptions, context: Context): Promise<number> => {
  const { language } = await setUp(context);
  const checks = await modulesNamed([]);
  const trees = drawables(checks);
  const screen = screenOf(process.stdout, process.env);
  const run = runOf(options);
  const wanted = name === '' ? run?.complaint : name;
  if (wanted === undefined) {
    await answer(listOf(trees, language, screen.width), options);
    return EXIT.ok;
  }
  const chosen = await chosenTree(wanted, trees);
  const taken = run && takenIn(chosen.check.tree, run.path);
  if (taken?.nodes.size === 0) await printError(treeWords(language).otherTree);
  const graph = graphOf({ ...chosen, checks, ...(taken !== undefined && { taken }) }, language);
  await answer(
    options.format === 'mermaid'
      ? drawMermaid(graph)
      : drawText(graph, { ...screen, words: treeWords(language) }),
    options,
  );
  return EXIT.ok;
};
