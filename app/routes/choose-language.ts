/** `POST /choose-language`: remembers the language of the pages, and leads back to where it was chosen. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { asApiFault } from '#app/http/api-fault.ts';
import { cookieHeaders } from '#app/http/cookie-headers.ts';
import { safeTarget } from '#app/http/door.ts';
import { readForm } from '#app/http/read-form.ts';
import { languageCookie } from '#app/language/language-cookie.ts';
import { isLanguage } from '#app/language/languages.ts';

export function loader() {
  return redirect('/', 303);
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request).catch((error: unknown) => {
    const fault = asApiFault(error);
    throw fault ? new Response(null, { status: fault.status }) : error;
  });
  const language = form.get('language');
  const cookies = isLanguage(language) ? [await languageCookie(language)] : [];
  return redirect(safeTarget(form.get('back')), { status: 303, headers: cookieHeaders(cookies) });
}
