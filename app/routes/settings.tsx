/** Settings: which servers do what, whether they answer, and what was spent. Changed in the environment alone. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { priceDate } from '#app/create/cost-words.ts';
import { asApiFault, type PublicFault } from '#app/http/api-fault.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { toldFault } from '#app/http/told-fault.ts';
import { forAdmins } from '#app/http/visitor.ts';
import { Rich } from '#app/language/Rich.tsx';
import { wordsIn } from '#app/language/spoken-words.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { EngineCard } from '#app/settings/EngineCard.tsx';
import { capWords } from '#app/settings/settings-view.ts';
import { readPaidInAll } from '#jobs/ledger/spending.server.ts';
import { CAPABILITIES, type Capability } from '#jobs/ports/capability.ts';
import type { EngineTest } from '#jobs/ports/engine-overview.ts';

export const meta: MetaFunction = ({ matches }) => {
  const { t } = titleWords(matches);
  return [
    { title: t('Settings · StoryShort') },
    {
      name: 'description',
      content: t('Who writes, paints and speaks the films, and what was spent on them.'),
    },
  ];
};

export async function loader({ context }: LoaderFunctionArgs) {
  forAdmins(context);
  const { db } = context.backend;
  const paid = await readPaidInAll(db);
  const { engines = [], caps = null, tariff = null } = context.engines ?? {};
  const spending = { ...paid, caps, priceDate: tariff && priceDate(tariff, wordsIn(context.language)) };
  const notices = (await context.engines?.notices()) ?? [];
  return json({ engines, notices, spending }, { headers: { 'Cache-Control': 'no-store' } });
}

interface Tried {
  capability: Capability;
  outcome: EngineTest;
}

export async function action({ request, context }: ActionFunctionArgs) {
  forAdmins(context);
  const { capability: asked } = await readFields(request).catch((thrown: unknown) => {
    const refused = asApiFault(thrown);
    throw refused ? json({ error: refused.fault }, { status: refused.status }) : thrown;
  });
  const capability = CAPABILITIES.find((name) => name === asked);
  if (!capability || !context.engines) throw json(null, { status: 400 });
  const outcome = await context.engines.test(capability, request.signal);
  return json<Tried>({ capability, outcome }, { headers: { 'Cache-Control': 'no-store' } });
}

export default function Settings() {
  const words = useWords();
  const { t, told, usd } = words;
  const { engines, notices, spending } = useLoaderData<typeof loader>();
  const answer = useActionData<Tried | { error: PublicFault }>();
  const fault = toldFault(answer);
  const tried = answer && 'outcome' in answer ? answer : null;
  return (
    <div className="page-width settings">
      <header className="page-head">
        <h1>{t('Settings')}</h1>
        <p className="lead">
          <Rich
            text="Who writes, paints and speaks. It is set in the environment when StoryShort is started, never on a page; <code>docs/providers.md</code> has every variable."
            parts={{ code: <code /> }}
          />
        </p>
        <p>
          <Rich
            text="<webhooks>Webhooks</webhooks> tell programs elsewhere what becomes of your videos; <publishing>Publishing</publishing> is where films are published."
            parts={{ webhooks: <Link to="/webhooks" />, publishing: <Link to="/publishing" /> }}
          />
        </p>
        {fault && (
          <p className="form-fault" role="alert">
            <strong>{told(fault.message)}</strong> {told(fault.hint)}
          </p>
        )}
      </header>
      <section aria-labelledby="spending-title" className="spending">
        <h2 id="spending-title">{t('Spent')}</h2>
        <dl className="figures spending-figures">
          <div>
            <dt>{t('today (UTC)')}</dt>
            <dd>{usd(spending.dayUsd)}</dd>
          </div>
          <div>
            <dt>{t('in all')}</dt>
            <dd>{usd(spending.totalUsd)}</dd>
          </div>
          {spending.caps && (
            <>
              <div>
                <dt>{t('limit for a film')}</dt>
                <dd>{capWords(spending.caps.perVideoUsd, words)}</dd>
              </div>
              <div>
                <dt>{t('limit for a day')}</dt>
                <dd>{capWords(spending.caps.perDayUsd, words)}</dd>
              </div>
            </>
          )}
        </dl>
        {spending.priceDate && (
          <p className="panel-note">
            {t('Counted by what servers say they used, or else estimated; {{prices}}.', {
              prices: spending.priceDate,
            })}
          </p>
        )}
      </section>
      <ul className="engine-list">
        {engines.map((engine) => (
          <li key={engine.capability}>
            <EngineCard
              engine={engine}
              notice={notices.find(({ capability }) => capability === engine.capability) ?? null}
              outcome={tried?.capability === engine.capability ? tried.outcome : null}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
