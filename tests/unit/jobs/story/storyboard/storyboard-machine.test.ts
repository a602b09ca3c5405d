/**
 * Any sequence of edits, steps back and forth, updates and attempts that end anywhere, held against a model. In the
 * long form, with STORYBOARD_SEQUENCES=2000, as many sequences as are named there.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import { EditMaker, plainEdits } from '#tests/support/storyboards/chance-edits.ts';
import { type Made, StoryboardHouse, type WorkingAttempt } from '#tests/support/storyboards/house.ts';
import { modelEdit, modelFilm, modelParts } from '#tests/support/storyboards/model.ts';

const SEQUENCES = Number(process.env.STORYBOARD_SEQUENCES ?? 200);

const commands = fc.oneof(
  // `behind`: how many revisions ago what the edit was made on was read.
  {
    weight: 8,
    arbitrary: fc.record({
      run: fc.constant('edit' as const),
      edit: plainEdits,
      behind: fc.constantFrom(0, 0, 0, 1, 3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ run: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ run: fc.constant('update' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      run: fc.constant('work' as const),
      choices: fc.array(fc.nat({ max: 11 }), { maxLength: 6 }),
      isCut: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ run: fc.constant('late' as const), choice: fc.nat({ max: 11 }) }) },
  { weight: 1, arbitrary: fc.record({ run: fc.constant('finish' as const) }) },
);

/** What should be, beside what is. */
class Trial {
  readonly house = new StoryboardHouse();
  /** The storyboard's history as whole copies, and where in it one is. */
  #history: Storyboard[] = [this.house.board];
  #at = 0;
  /** What the film is made of. */
  #film: Storyboard = this.house.board;
  /** When each part was last touched, by revision. */
  readonly #touched = new Map<string, number>();
  readonly #made = { voices: new Set<string>(), pictures: new Set<string>(), stretches: new Set<string>() };
  /** What pictures were made of, by hash. */
  readonly #names = new Map<string, string>();
  #attempt: WorkingAttempt | null = null;
  /** Whether a file may lie there that no row tells of. */
  #hasStrays = false;
  /** What the newest attempt makes. */
  #begun = this.#film;
  readonly #editor = new EditMaker((id) => this.house.takes.picturesOf(id).map(({ hash }) => hash));

  constructor() {
    const { voices, pictures, stretches } = this.#filmOf(this.#film);
    this.#made = { voices: new Set(voices), pictures: new Set(pictures), stretches: new Set(stretches) };
    for (const [at, { pictureHash }] of this.house.video.scenes.entries()) {
      this.#names.set(pictureHash ?? '', pictures[at] ?? '');
    }
  }

  get #board(): Storyboard {
    return this.#history[this.#at] as Storyboard;
  }

  run(command: typeof commands extends fc.Arbitrary<infer Value> ? Value : never): void {
    switch (command.run) {
      case 'edit':
        this.#edit(
          this.#editor.editOf(command.edit, this.#board),
          Math.max(1, this.house.revision - command.behind),
        );
        break;
      case 'undo':
        this.#move('back', -1);
        break;
      case 'redo':
        this.#move('forth', 1);
        break;
      case 'update':
        this.house.update();
        this.#film = this.#board;
        break;
      case 'work':
        this.#work(command.choices, command.isCut);
        break;
      case 'late':
        // Whatever it makes, its rows are those of a film that is not wanted any more.
        if (this.#attempt) this.#counted(() => this.#attempt?.step(command.choice), this.#begun, true);
        break;
      case 'finish':
        this.finish();
    }
    expect(this.house.board).toEqual(this.#board);
    expect(this.house.isEdited).toBe(JSON.stringify(this.#board) !== JSON.stringify(this.#film));
  }

  /** Has the film made: all that differs is made once, and nothing else. */
  finish(): void {
    const { plan } = this.house;
    this.house.update();
    this.#film = this.#board;
    const wanted = this.#filmOf(this.#film);
    const missing = {
      voices: new Set(wanted.voices.filter((voice) => !this.#made.voices.has(voice))),
      pictures: new Set(wanted.pictures.filter((picture) => !this.#made.pictures.has(picture))),
      stretches: new Set(wanted.stretches.filter((stretch) => !this.#made.stretches.has(stretch))),
    };
    this.#attempt = null;
    const attempt = this.house.begin();
    const made = this.#counted(() => {
      while (attempt.step(0));
    }, this.#film);
    expect(made).toEqual(missing);
    const named = (what: string) => plan.lines.filter((line) => line.what === what).length;
    for (const [what, count] of [
      ['voice', missing.voices.size],
      ['picture', missing.pictures.size],
    ] as const) {
      if (this.#hasStrays) expect(named(what)).toBeGreaterThanOrEqual(count);
      else expect(named(what)).toBe(count);
    }
    expect(named('stretch')).toBeGreaterThanOrEqual(missing.stretches.size);
    expect(this.house.plan).toMatchObject({ lines: [], film: false });
    expect(this.house.isEdited).toBe(false);
  }

  #edit(edit: Edit, base: number): void {
    const after = modelEdit(this.#board, edit);
    const parts = after ? modelParts(this.#board, after) : [];
    const isMet = parts.some((part) =>
      [...this.#touched].some(([other, at]) => at > base && isNear(part, other)),
    );
    const isSame = after !== null && JSON.stringify(after) === JSON.stringify(this.#board);
    const wanted = after === null ? 'impossible' : isSame ? 'nothing' : isMet ? 'conflict' : 'done';
    expect(this.house.edit(edit, base)).toBe(wanted);
    if (wanted !== 'done' || after === null) return;
    this.#history = [...this.#history.slice(0, this.#at + 1), after];
    this.#at += 1;
    this.#touch(parts);
  }

  #move(way: 'back' | 'forth', by: -1 | 1): void {
    const to = this.#history[this.#at + by];
    const from = this.#board;
    expect(this.house.move(way)).toBe(to !== undefined);
    if (!to) return;
    this.#at += by;
    this.#touch(modelParts(from, to));
  }

  #touch(parts: readonly string[]): void {
    for (const part of parts) this.#touched.set(part, this.house.revision);
  }

  #work(choices: readonly number[], isCut: boolean): void {
    const attempt = this.house.begin();
    this.#attempt = attempt;
    this.#begun = this.#film;
    this.#counted(
      () => {
        for (const [at, choice] of choices.entries()) {
          if (!attempt.step(choice, isCut && at === choices.length - 1)) break;
        }
      },
      this.#film,
      isCut,
    );
  }

  /** What was made while something was done, all of it of one storyboard, and all of it for the first time. */
  #counted(work: () => void, board: Storyboard, mayStray = false) {
    const before = this.house.made.length;
    const wanted = this.#filmOf(board);
    work();
    const made = this.house.made.slice(before);
    if (mayStray && made.length > 0) this.#hasStrays = true;
    const found = { voices: new Set<string>(), pictures: new Set<string>(), stretches: new Set<string>() };
    for (const each of made) {
      const [list, name] = nameOf(each, board, wanted);
      expect(this.#made[list].has(name), `${list} ${name} is made once`).toBe(false);
      if (list === 'pictures') this.#names.set(each.hash, name);
      this.#made[list].add(name);
      found[list].add(name);
    }
    return found;
  }

  #filmOf(board: Storyboard) {
    return modelFilm(board, (hash) => this.#names.get(hash) ?? hash);
  }
}

const isNear = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** What was made, by what the model calls it. */
function nameOf({ kind, position }: Made, { scenes }: Storyboard, film: ReturnType<typeof modelFilm>) {
  if (kind === 'voice') return ['voices', film.voices[position] ?? ''] as const;
  if (kind === 'segment') return ['stretches', film.stretches[position] ?? ''] as const;
  const before = scenes.slice(0, position).filter(({ picture }) => picture.from !== 'none').length;
  return ['pictures', film.pictures[before] ?? ''] as const;
}

it('whatever is done to a storyboard, it and its film are as the model says', () => {
  fc.assert(
    fc.property(fc.array(commands, { minLength: 5, maxLength: 30, size: 'max' }), (run) => {
      const trial = new Trial();
      for (const command of run) trial.run(command);
      trial.finish();
    }),
    { numRuns: SEQUENCES },
  );
}, 600_000);
