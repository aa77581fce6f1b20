import type { VNode } from 'preact';
import { inFigures } from '../../core/county-words.ts';
import { REGISTER_WORDS, reasonWords } from '../../core/gap-words.ts';
import { AGE_WORDS, type AgeBand, AT_LEAST, NO_TEAM, REGISTER_SORTS, SORT_WORDS } from '../../core/register-filter.ts';
import type { Choice } from '../../store/register-rows.ts';
import { AskedFields } from '../asked-fields.tsx';
import type { RegisterPage } from './show-register.model.ts';

type Option = { readonly value: string; readonly text: string };

const counted = (text: string, { children }: Choice): string => `${text} (${inFigures(children)})`;

/** Which children of the register are shown, and in which order. A plain form: the answer has an address. */
export function RegisterChoices({ list }: { readonly list: RegisterPage }): VNode {
  const { register, asked, summary, filter, sort } = list;
  const { reasons, teams, districts, ages, children } = summary;
  return (
    <form class="sl-filter" method="get" action={`/registers/${REGISTER_WORDS[register].address}#list`}>
      <AskedFields asked={asked} />
      <Choose
        name="reason"
        label="Reason"
        all={`All reasons (${inFigures(children)})`}
        chosen={filter.because}
        options={reasons
          .filter(({ value }) => value !== '')
          .map((each) => ({ value: each.value, text: counted(reasonWords(each.value).words, each) }))}
      />
      <Choose
        name="team"
        label="Team"
        all="All teams"
        chosen={filter.team === '' ? NO_TEAM : filter.team}
        options={teams.map((each) => ({
          value: each.value === '' ? NO_TEAM : each.value,
          text: counted(each.value === '' ? 'No team' : each.name, each),
        }))}
      />
      {districts.length > 0 && (
        <Choose
          name="district"
          label="District"
          all="All districts"
          chosen={filter.district}
          options={districts.map((each) => ({ value: each.value, text: counted(each.name, each) }))}
        />
      )}
      <Choose
        name="age"
        label="Age"
        all="All ages"
        chosen={filter.age}
        options={ages.map((each) => ({ value: each.value, text: counted(AGE_WORDS[each.value as AgeBand], each) }))}
      />
      <Choose
        name="days"
        label="For at least"
        all="Any number of days"
        chosen={filter.atLeast === null ? null : String(filter.atLeast)}
        options={AT_LEAST.map((days) => ({ value: String(days), text: `${days} days` }))}
      />
      <Choose
        name="sort"
        label="Order"
        chosen={sort}
        options={REGISTER_SORTS.map((each) => ({ value: each, text: SORT_WORDS[each] }))}
      />
      <button type="submit" class="sl-small-button">
        Show
      </button>
    </form>
  );
}

type ChooseProps = {
  readonly name: string;
  readonly label: string;
  /** The choice that leaves nothing out; without it there is always one chosen. */
  readonly all?: string;
  readonly chosen: string | null;
  readonly options: readonly Option[];
};

const Choose = ({ name, label, all, chosen, options }: ChooseProps) => (
  <span class="sl-choice">
    <label for={`choose-${name}`}>{label}</label>{' '}
    <select class="sl-box" id={`choose-${name}`} name={name}>
      {all !== undefined && <option value="all">{all}</option>}
      {options.map(({ value, text }) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </span>
);
