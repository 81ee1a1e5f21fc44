import { Command, InvalidArgumentError, Option } from 'commander';
import type { AlternateFormat } from '../stitch/alternates.js';
import type { CommandContext } from './context.js';
import { packageVersion } from './version.js';

/** The command line's grammar. Each command's code is loaded only when it runs, so that `--help` is quick. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('audio-edition')
    .description('Turns one issue of a newsletter into an audio edition: episode, podcast feed, web player.')
    .version(packageVersion(), '-V, --version')
    .showHelpAfterError('Run "audio-edition --help" to see how it is used.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.host.stdout.write(text),
      writeErr: (text) => context.host.stderr.write(text),
    });
  addBuild(program, context);
  addScript(program, context);
  addVerbalize(program, context);
  addLexicon(program, context);
  addRegenerate(program, context);
  addReaders(program, context);
  return program;
}

function addBuild(program: Command, context: CommandContext): void {
  const command = program
    .command('build')
    .description('make the audio edition of an issue')
    .argument('<issue>', 'a file, a URL, or - for standard input');
  withSpeechLimits(withIssueOptions(withSettings(withOut(command))))
    .option('--theirs', "where issue and editor changed the same, take the issue's version")
    .addOption(
      new Option('--format <name>', 'm4b or opus beside MP3; can be given twice').argParser(alternateFormat),
    )
    .action(async (issue: string, options) =>
      (await import('./commands/build.js')).buildCommand(issue, options, context),
    );
}

function addScript(program: Command, context: CommandContext): void {
  const command = program
    .command('script')
    .description('show what would be said, and what is left out and why')
    .argument('<issues...>', 'files, URLs, or - for standard input');
  withIssueOptions(withSettings(command))
    .option('--json', 'print one JSON object per line per issue')
    .option(
      '--names',
      'list names and odd words that neither lexicon nor dictionaries know, and how they are said',
    )
    .action(async (issues: string[], options) =>
      (await import('./commands/script.js')).scriptCommand(issues, options, context),
    );
}

function addVerbalize(program: Command, context: CommandContext): void {
  program
    .command('verbalize')
    .description('show how a text is spoken; without TEXT, line by line from standard input')
    .argument('[text]')
    .option('--voices <file>', 'voices.json with the lexicon')
    .option('--language <tag>', 'language of the text', 'en')
    .addOption(debugOption())
    .action(async (text: string | undefined, options) =>
      (await import('./commands/verbalize.js')).verbalizeCommand(text, options, context),
    );
}

function addLexicon(program: Command, context: CommandContext): void {
  program
    .command('import-lexicon')
    .description('print a W3C pronunciation lexicon (PLS) as entries for voices.json')
    .argument('<file>', 'a .pls file')
    .addOption(debugOption())
    .action(async (file: string) =>
      (await import('./commands/import-lexicon.js')).importLexiconCommand(file, context),
    );
}

function addRegenerate(program: Command, context: CommandContext): void {
  const command = program
    .command('regenerate')
    .description('make one story of an edition anew; nothing else changes, and that is proven')
    .argument('<edition>', 'its slug, a unique beginning of it, or latest');
  withSpeechLimits(withSettings(withOut(command)))
    .option('--story <name>', 'slug, number, or a part of the title')
    .option('--text <file>', "Markdown instead of the story's text; - for standard input")
    .option('--issue <issue>', 'newest version of the whole issue: what differs is made anew')
    .option('--voice <voice>', 'voice for the story')
    .option('--new-take', 'say it again')
    .addOption(new Option('--take <n>', 'go back to an earlier take').argParser(wholeNumber(1)))
    .option('--takes', 'list the takes that are kept')
    .option('--segment <id>', 'only this segment (with --new-take, --take, --takes)')
    .addOption(
      new Option('--leave-out <segment>', 'no longer speak this segment; can be given twice').argParser(
        severalTimes,
      ),
    )
    .addOption(
      new Option(
        '--speak <what>',
        'speak after all: a segment that was left out, or a part of a text that a rule left out',
      ).argParser(severalTimes),
    )
    .addOption(
      new Option('--say <word=how>', 'how a word is said in this edition; can be given twice').argParser(
        pronunciation,
      ),
    )
    .option('--undo', 'bring back the former state of the story, or of the edition')
    .option('--theirs', "where issue and editor changed the same, take the issue's version")
    .option('--note <text>', 'what was wrong; shown as a correction')
    .option('--reissue', 'publish as a new episode, so that everyone is told')
    .action(async (edition: string, options) =>
      (await import('./commands/regenerate.js')).regenerateCommand(edition, options, context),
    );
}

function addReaders(program: Command, context: CommandContext): void {
  withSettings(program.command('voices').description("list the engine's voices"))
    .option('--json', 'print the result as JSON')
    .action(async (options) => (await import('./commands/voices.js')).voicesCommand(options, context));
  withOut(program.command('list').description('list editions and their stories'))
    .option('--json', 'print the result as JSON')
    .action(async (options) => (await import('./commands/list.js')).listCommand(options, context));
  withOut(program.command('check').description('verify everything under --out'))
    .option('--json', 'print the result as JSON')
    .action(async (options) => (await import('./commands/check.js')).checkCommand(options, context));
  withOut(
    program
      .command('snippet')
      .description('print HTML for the newsletter and the code to embed the player')
      .argument('<edition>', 'its slug, a unique beginning of it, or latest'),
  )
    .option('--show <file>', 'show.json')
    .option('--json', 'print the result as JSON')
    .action(async (edition: string, options) =>
      (await import('./commands/snippet.js')).snippetCommand(edition, options, context),
    );
  withOut(program.command('clean').description('remove takes and sound that no edition uses'))
    .addOption(
      new Option('--older-than <days>', 'keep what is younger')
        .argParser(wholeNumber(0))
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'only say what would be removed')
    .option('--json', 'print the result as JSON')
    .action(async (options) => (await import('./commands/clean.js')).cleanCommand(options, context));
  withOut(program.command('feed').description('rebuild the feed and the pages from the editions'))
    .option('--show <file>', 'show.json')
    .action(async (options) => (await import('./commands/feed.js')).feedCommand(options, context));
  withOut(program.command('serve').description('listen locally'))
    .addOption(new Option('--port <n>', 'port').default(8080).argParser(wholeNumber(0)))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async (options) => (await import('./commands/serve.js')).serveCommand(options, context));
  withSettings(
    withOut(program.command('studio').description("the editor's page: read, hear, correct, publish")),
  )
    .addOption(new Option('--port <n>', 'port').default(8181).argParser(wholeNumber(0)))
    .option(
      '--host <address>',
      'address to listen on; another than this machine asks for a password',
      '127.0.0.1',
    )
    .option(
      '--password <password>',
      'asked for by the page; else AUDIO_EDITION_STUDIO_PASSWORD, else made up',
    )
    .option('--allow-private-network', 'let the URL of an issue lead to an address that is not public')
    .option('--open', 'open the page in a browser')
    .action(async (options) => (await import('./commands/studio.js')).studioCommand(options, context));
}

function withOut(command: Command): Command {
  return command.option('--out <dir>', 'where editions are kept', 'output').addOption(debugOption());
}

function withSettings(command: Command): Command {
  return command
    .option('--voices <file>', 'voices.json: who speaks, and how words are said')
    .option('--show <file>', 'show.json: the podcast')
    .option('--engine <name>', 'speech engine: local, elevenlabs, openai');
}

function withSpeechLimits(command: Command): Command {
  return command
    .addOption(new Option('--concurrency <n>', 'segments spoken at the same time').argParser(wholeNumber(1)))
    .addOption(
      new Option('--max-characters <n>', 'stop before anything is paid if more must be spoken').argParser(
        wholeNumber(0),
      ),
    )
    .addOption(
      new Option(
        '--verify <how>',
        'asr: transcribe takes too, and compare numbers, names, negations',
      ).choices(['asr']),
    )
    .option('--dry-run', 'say what would be spoken and what it would cost; synthesize nothing')
    .option('--json', 'print the result as JSON');
}

function withIssueOptions(command: Command): Command {
  return command
    .option('--title <title>', 'title of the issue')
    .addOption(new Option('--date <date>', 'date of the issue, YYYY-MM-DD').argParser(calendarDate))
    .option('--slug <slug>', 'name of the edition in paths')
    .option('--entry <entry>', 'which entry of a feed: its number (1 is the newest) or its URL')
    .option('--allow-private-network', 'let a URL lead to an address that is not public');
}

function severalTimes(text: string, others: readonly string[] = []): readonly string[] {
  return [...others, text];
}

/** `Qwen=chwen`; nothing after the sign: the word is not said. */
function pronunciation(text: string, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  const sign = text.indexOf('=');
  if (sign > 0) return { ...others, [text.slice(0, sign).trim()]: text.slice(sign + 1).trim() };
  throw new InvalidArgumentError('It must be a word, an equals sign and how it is said: "Qwen=chwen".');
}

/** MP3 is always made, so naming it changes nothing. */
function alternateFormat(text: string, others: readonly AlternateFormat[] = []): readonly AlternateFormat[] {
  if (text === 'mp3') return others;
  if (text === 'm4b' || text === 'opus') return [...others, text];
  throw new InvalidArgumentError('It must be m4b or opus.');
}

/** On every command, so that it can stand anywhere; `runCli` reads it. */
function debugOption(): Option {
  return new Option('--debug', 'show where an error comes from');
}

function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${minimum} up.`);
  };
}

function calendarDate(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('It must be a date such as 2026-03-31.');
}
