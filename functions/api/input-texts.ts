import type * as z from 'zod';
import type { Text } from '../../domain/language.ts';

/*
 * What is wrong with a field, said so that who filled it in knows what to change. zod's own texts are
 * for programmers (patterns, type names), and its Swedish ones are not sentences.
 */

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

const missing = text('Tieto puuttuu.', 'Uppgiften saknas.', 'Is missing.');
const unknownField = text('Tuntematon kenttä.', 'Okänt fält.', 'Unknown field.');
const wrongForm = text(
  'Muoto ei ole oikea.',
  'Formen är inte rätt.',
  'Does not have the right form.',
);
const empty = text('Ei saa olla tyhjä.', 'Får inte vara tomt.', 'Must not be empty.');

const notHere = text(
  'Ei ole tämän luettelon jatkokohta. Aloita luettelo alusta.',
  'Är inte en fortsättning på den här listan. Börja om från början.',
  'Is not where this list goes on. Start it from the beginning.',
);

export const bodyTexts = {
  empty: text(
    'Pyynnön sisältö puuttuu.',
    'Begäran saknar innehåll.',
    'The request has no content.',
  ),
  'not-json': text(
    'Pyynnön sisältö ei ole JSON-muotoa (UTF-8).',
    'Innehållet i begäran är inte JSON (UTF-8).',
    'The content of the request is not JSON (UTF-8).',
  ),
} as const;

/** That the body has more than so many bytes. */
export const tooLarge = (bytes: number): Text => {
  const kilobytes = Math.floor(bytes / 1024);
  return text(
    `Pyynnön sisältö saa olla enintään ${kilobytes} kilotavua.`,
    `Innehållet i begäran får vara högst ${kilobytes} kilobyte.`,
    `The content of the request may be at most ${kilobytes} kilobytes.`,
  );
};

const typeNames: Readonly<Record<string, Text>> = {
  string: text('merkkijono', 'en sträng', 'a string'),
  number: text('luku', 'ett tal', 'a number'),
  int: text('kokonaisluku', 'ett heltal', 'an integer'),
  boolean: text('true tai false', 'true eller false', 'true or false'),
  array: text('luettelo', 'en lista', 'a list'),
  tuple: text('luettelo', 'en lista', 'a list'),
  object: text('olio', 'ett objekt', 'an object'),
  record: text('olio', 'ett objekt', 'an object'),
};

const wrongType = (expected: string): Text => {
  const name = typeNames[expected] ?? text(expected, expected, expected);
  return text(`Arvon pitää olla ${name.fi}.`, `Värdet ska vara ${name.sv}.`, `Must be ${name.en}.`);
};

const oneOf = (values: readonly unknown[]): Text => {
  const list = values.map(String).join(', ');
  return values.length === 1
    ? text(`Arvon pitää olla ${list}.`, `Värdet ska vara ${list}.`, `Must be ${list}.`)
    : text(
        `Arvon pitää olla jokin näistä: ${list}.`,
        `Värdet ska vara något av följande: ${list}.`,
        `Must be one of: ${list}.`,
      );
};

const atMost = (origin: string, maximum: number | bigint): Text => {
  switch (origin) {
    case 'string':
      return text(
        `Saa olla enintään ${maximum} merkkiä.`,
        `Får vara högst ${maximum} tecken.`,
        `May be at most ${maximum} characters.`,
      );
    case 'array':
      return text(
        `Saa sisältää enintään ${maximum} kohtaa.`,
        `Får innehålla högst ${maximum} poster.`,
        `May hold at most ${maximum} items.`,
      );
    default:
      return text(
        `Saa olla enintään ${maximum}.`,
        `Får vara högst ${maximum}.`,
        `May be at most ${maximum}.`,
      );
  }
};

const atLeast = (origin: string, minimum: number | bigint): Text => {
  if (minimum === 1 && (origin === 'string' || origin === 'array')) return empty;
  return text(
    `Pitää olla vähintään ${minimum}.`,
    `Ska vara minst ${minimum}.`,
    `Must be at least ${minimum}.`,
  );
};

/** The form of a text, by the name of the field that has it. */
const forms: Readonly<Record<string, Text>> = {
  businessId: text(
    'Pitää olla Y-tunnus muodossa 1234567-8.',
    'Ska vara ett FO-nummer i formen 1234567-8.',
    'Must be a business ID of the form 1234567-8.',
  ),
  oid: text(
    'Pitää olla OID-yksilöintitunnus solmusta 1.2.246.10 ilman etunollia, esimerkiksi 1.2.246.10.2048198.10.1.',
    'Ska vara en OID-identifierare under 1.2.246.10 utan inledande nollor, till exempel 1.2.246.10.2048198.10.1.',
    'Must be an OID under 1.2.246.10 without leading zeros, such as 1.2.246.10.2048198.10.1.',
  ),
  email: text(
    'Pitää olla sähköpostiosoite, esimerkiksi nimi@esimerkki.fi.',
    'Ska vara en e-postadress, till exempel namn@exempel.fi.',
    'Must be an e-mail address, such as name@example.fi.',
  ),
  id: text(
    'Saa sisältää kirjaimia a–z, numeroita, pisteitä, ala- ja yhdysviivoja, enintään 64 merkkiä, ja alkaa kirjaimella tai numerolla.',
    'Får innehålla bokstäverna a–z, siffror, punkter, under- och bindestreck, högst 64 tecken, och börjar med en bokstav eller siffra.',
    'May hold the letters a–z, digits, dots, underscores and hyphens, at most 64 characters, and starts with a letter or digit.',
  ),
  cursor: notHere,
  limit: text('Pitää olla kokonaisluku.', 'Ska vara ett heltal.', 'Must be an integer.'),
  section: text(
    'Pitää olla pykälän numero ilman merkkiä §, kuten 102 tai 10 a.',
    'Ska vara paragrafens nummer utan tecknet §, till exempel 102 eller 10 a.',
    'Must be the number of a section without the sign §, such as 102 or 10 a.',
  ),
  'Idempotency-Key': text(
    'Pitää olla 1–255 tulostuvaa ASCII-merkkiä.',
    'Ska vara 1–255 skrivbara ASCII-tecken.',
    'Must be 1–255 printable ASCII characters.',
  ),
};

const calendarDay = text(
  'Pitää olla kalenterin päivä muodossa VVVV-KK-PP.',
  'Ska vara en dag i kalendern i formen ÅÅÅÅ-MM-DD.',
  'Must be a day of the calendar of the form YYYY-MM-DD.',
);

type Rule = (parameters: Readonly<Record<string, unknown>>) => Text;

/** The rules of our own, which the schemas name in `params.rule`. */
const rules: Readonly<Record<string, Rule>> = {
  'day-range': () =>
    text(
      'Päivän pitää olla vuosina 1900–2199.',
      'Dagen ska ligga mellan åren 1900 och 2199.',
      'The day must lie in the years 1900 to 2199.',
    ),
  'business-id-check-digit': () =>
    text(
      'Y-tunnuksen tarkistusnumero ei täsmää.',
      'FO-numrets kontrollsiffra stämmer inte.',
      'The check digit of the business ID is wrong.',
    ),
  'single-line': () =>
    text(
      'Tekstin pitää olla yhdellä rivillä eikä siinä saa olla ohjausmerkkejä.',
      'Texten ska stå på en rad och får inte innehålla styrtecken.',
      'The text must be on one line, without control characters.',
    ),
  'each-once': () =>
    text(
      'Sama arvo saa esiintyä vain kerran.',
      'Samma värde får förekomma bara en gång.',
      'The same value may stand only once.',
    ),
  'not-after-today': ({ today }) =>
    text(
      `Päivä ei saa olla tämän päivän (${today}) jälkeen.`,
      `Dagen får inte vara efter i dag (${today}).`,
      `The day must not be after today (${today}).`,
    ),
  'not-after-stated': ({ statedOn }) =>
    text(
      `Päivä ei saa olla ilmoituksen päivän (${statedOn}) jälkeen.`,
      `Dagen får inte vara efter dagen för anmälan (${statedOn}).`,
      `The day must not be after the day of the statement (${statedOn}).`,
    ),
  'not-own-unit': () =>
    text(
      'Yksikkö ei ole organisaation tiedoissa. Lisää se ensin organisaation yksiköihin.',
      'Enheten finns inte bland organisationens uppgifter. Lägg först till den bland organisationens enheter.',
      'The unit is not among those of the organisation. Add it to the organisation first.',
    ),
  'not-of-units': () =>
    text(
      'Tämä koskee koko organisaatiota, ei yksittäisiä yksiköitä.',
      'Detta gäller hela organisationen, inte enskilda enheter.',
      'This concerns the organisation as a whole, not single units.',
    ),
  'not-before-today': ({ today }) =>
    text(
      `Päivä ei saa olla ennen tätä päivää (${today}).`,
      `Dagen får inte vara före i dag (${today}).`,
      `The day must not be before today (${today}).`,
    ),
  'quiet-too-long': ({ last, days }) =>
    text(
      `Varoituksen voi hiljentää enintään ${days} päiväksi, ${last} asti.`,
      `En varning kan tystas i högst ${days} dagar, till och med ${last}.`,
      `A warning can be quiet for at most ${days} days, until ${last}.`,
    ),
  'ends-after-start': () =>
    text(
      'Toiminta ei voi päättyä ennen kuin se on alkanut.',
      'Verksamheten kan inte upphöra innan den har börjat.',
      'The activity cannot end before it has begun.',
    ),
  'not-empty': () => empty,
  'act-number': () =>
    text(
      'Pitää olla säädöksen numero muodossa 703/2023.',
      'Ska vara en författnings nummer i formen 703/2023.',
      'Must be the number of an act, of the form 703/2023.',
    ),
  'entry-id': () =>
    text(
      'Saa sisältää kirjaimia a–z, numeroita, yhdysviivoja ja vinoviivoja, enintään 100 merkkiä, kuten join/999-2027.',
      'Får innehålla bokstäverna a–z, siffror, bindestreck och snedstreck, högst 100 tecken, till exempel join/999-2027.',
      'May hold the letters a–z, digits, hyphens and slashes, at most 100 characters, such as join/999-2027.',
    ),
  'day-of-every-year': () =>
    text(
      'Pitää olla päivä, joka on joka vuodessa.',
      'Ska vara en dag som finns varje år.',
      'Must be a day that every year has.',
    ),
  cursor: () => notHere,
  'receiver-url': () =>
    text(
      'Pitää olla https-osoite ASCII-merkein, esimerkiksi https://esimerkki.fi/kanta.',
      'Ska vara en https-adress med ASCII-tecken, till exempel https://exempel.fi/kanta.',
      'Must be an https address in ASCII, such as https://example.fi/kanta.',
    ),
  'receiver-url-plain': () =>
    text(
      'Osoitteessa ei saa olla käyttäjätunnusta, salasanaa eikä #-merkkiä.',
      'Adressen får inte innehålla användarnamn, lösenord eller tecknet #.',
      'The address must not hold a user name, a password or the sign #.',
    ),
  'receiver-port': () =>
    text(
      'Portin pitää olla 443 tai 8443.',
      'Porten ska vara 443 eller 8443.',
      'The port must be 443 or 8443.',
    ),
  'receiver-private': () =>
    text(
      'Osoite ei saa olla yksityisessä verkossa.',
      'Adressen får inte ligga i ett privat nät.',
      'The address must not lie in a private network.',
    ),
  'since-or-deliveries': () =>
    text(
      'Anna joko since tai deliveries.',
      'Ange antingen since eller deliveries.',
      'Give either since or deliveries.',
    ),
  'reserved-id': () =>
    text('Tunniste on varattu.', 'Identifieraren är reserverad.', 'The identifier is reserved.'),
};

/** What is worth a word about a profile that is accepted all the same. */
export const remarkTexts = {
  'oid-of-another': text(
    'OID on muodostettu toisesta Y-tunnuksesta. Se on oikein, jos yksikkö on siirtynyt toiselta organisaatiolta; tarkista.',
    'OID:n har bildats av ett annat FO-nummer. Det är rätt om enheten har övergått från en annan organisation; kontrollera.',
    'The OID was made from another business ID. That is right where the unit came from another organisation; please check.',
  ),
} as const;

/** Why something is refused that is well-formed by itself. */
export const refusalTexts = {
  'approver-is-requester': text(
    'Pyytäjän pitää olla joku muu kuin hyväksyjä, joka olet sinä.',
    'Den som begär ska vara någon annan än den som godkänner, det vill säga du.',
    'Who requests must be someone else than who approves, which is you.',
  ),
} as const;

const formOf = (path: readonly PropertyKey[]): Text => forms[String(path.at(-1))] ?? wrongForm;

/** What is wrong, in every language; an issue of unknown fields is split by field elsewhere. */
export const issueText = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing : wrongType(issue.expected);
    case 'invalid_value':
      return issue.input === undefined ? missing : oneOf(issue.values);
    case 'too_big':
      return atMost(issue.origin, issue.maximum);
    case 'too_small':
      return atLeast(issue.origin, issue.minimum);
    case 'invalid_format':
      return issue.format === 'date' ? calendarDay : formOf(issue.path);
    case 'unrecognized_keys':
    case 'invalid_key':
      return unknownField;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : wrongForm;
    case 'custom':
      return rules[String(issue.params?.['rule'])]?.(issue.params ?? {}) ?? wrongForm;
    case 'not_multiple_of':
    case 'invalid_element':
      return wrongForm;
  }
};
