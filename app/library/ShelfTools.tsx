import { Form, useNavigate } from '@remix-run/react';
import { type FormEvent, useEffect, useRef } from 'react';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { SHELF_SHOWS, SHELF_SORTS, type ShelfShow, type ShelfSort } from '#jobs/db/shelf/shelf-query.ts';
import { decidedValuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { HomeView } from './home-view';
import { MAX_SEARCH_LENGTH, readShelfAddress, shelfAddress } from './shelf-address';

const SHOWS: Record<ShelfShow, string> = {
  all: phrase('All'),
  making: phrase('Making'),
  ready: phrase('Ready'),
  failed: phrase('Failed'),
};
const SORTS: Record<ShelfSort, string> = {
  newest: phrase('Newest'),
  oldest: phrase('Oldest'),
  title: phrase('Title'),
  longest: phrase('Longest'),
};

/** How long somebody has to rest in typing before it is looked for, ms. */
const REST_MS = 200;

/** Search, chips, filters and order: a plain form whose address is the result, put to work at once by script. */
export function ShelfTools({ view }: { view: Pick<HomeView, 'filters' | 'sort' | 'languages' | 'address'> }) {
  const { t, told } = useWords();
  const { filters, sort, languages, address } = view;
  const form = useRef<HTMLFormElement>(null);
  const look = useLooking(form, address);
  return (
    <Form
      ref={form}
      method="get"
      action="/"
      role="search"
      aria-label={t('Your videos')}
      className="shelf-tools"
      onSubmit={(event) => {
        event.preventDefault();
        look(0);
      }}
      onChange={(event) => look(isTyped(event) ? REST_MS : 0)}
    >
      <div className="shelf-search">
        <Icon name="search" />
        <input
          className="text-input"
          type="search"
          name="q"
          maxLength={MAX_SEARCH_LENGTH}
          defaultValue={filters.search}
          placeholder={t('Search titles and stories')}
          aria-label={t('Search titles and stories')}
          autoComplete="off"
          enterKeyHint="search"
        />
      </div>
      <fieldset className="chips">
        <legend className="visually-hidden">{t('Which videos')}</legend>
        {SHELF_SHOWS.map((show) => (
          <label key={show} className="chip">
            <input type="radio" name="show" value={show} defaultChecked={show === filters.show} />
            {t(SHOWS[show])}
          </label>
        ))}
      </fieldset>
      <div className="shelf-selects">
        <Select name="style" label={t('Style')} chosen={filters.style ?? ''}>
          <option value="">{t('Any style')}</option>
          {decidedValuesOf(OPTIONS.style).map((style) => (
            <option key={style} value={style}>
              {told(OPTIONS.style.choices[style][0])}
            </option>
          ))}
        </Select>
        <Select name="language" label={t('Language')} chosen={filters.language ?? ''}>
          <option value="">{t('Any language')}</option>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="sort" label={t('Order')} chosen={sort}>
          {SHELF_SORTS.map((order) => (
            <option key={order} value={order}>
              {t(SORTS[order])}
            </option>
          ))}
        </Select>
        <button className="button without-script" type="submit">
          {t('Show')}
        </button>
      </div>
    </Form>
  );
}

interface SelectProps {
  name: string;
  label: string;
  chosen: string;
  children: React.ReactNode;
}

function Select({ name, label, chosen, children }: SelectProps) {
  return (
    <select className="shelf-select" name={name} aria-label={label} defaultValue={chosen}>
      {children}
    </select>
  );
}

function isTyped({ target }: FormEvent): boolean {
  return target instanceof HTMLInputElement && target.type === 'search';
}

/**
 * Goes to what the form asks for, after a rest. What has the focus keeps it; the rest of the form follows the
 * address, as after Back, unless something was chosen meanwhile that is not gone to yet.
 */
function useLooking(form: React.RefObject<HTMLFormElement>, address: string): (afterMs: number) => void {
  const navigate = useNavigate();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** Where it was gone to last, be it there yet or not. */
  const gone = useRef(withoutTurn(address));
  const look = (afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      if (!form.current) return;
      const wanted = shelfAddress(readShelfAddress(addressOf(form.current)));
      if (wanted === gone.current) return;
      gone.current = wanted;
      navigate(wanted, { replace: true, preventScrollReset: true });
    }, afterMs);
  };
  const begin = useRef(look);
  const isFirst = useRef(true);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    gone.current = withoutTurn(address);
    // What was put in before the script was there is looked for as well.
    if (isFirst.current) begin.current(0);
    else if (form.current && timer.current === undefined) showAddress(form.current, address);
    isFirst.current = false;
  }, [form, address]);
  return look;
}

/** The address of the first page of what is shown: what the form itself says. */
function withoutTurn(address: string): string {
  return shelfAddress({ ...readShelfAddress(new URLSearchParams(address.slice('/?'.length))), turn: null });
}

function addressOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(fields);
}

function showAddress(form: HTMLFormElement, address: string): void {
  const { filters, sort } = readShelfAddress(new URLSearchParams(address.slice('/?'.length)));
  const values: Record<string, string> = {
    ...{ q: filters.search, show: filters.show, sort },
    style: filters.style ?? '',
    language: filters.language ?? '',
  };
  for (const control of form.elements) {
    if (control === document.activeElement) continue;
    if (control instanceof HTMLSelectElement) control.value = values[control.name] ?? '';
    if (!(control instanceof HTMLInputElement)) continue;
    if (control.type === 'radio') control.checked = values[control.name] === control.value;
    else control.value = values[control.name] ?? '';
  }
}
