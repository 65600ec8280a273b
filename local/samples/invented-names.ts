import type { BusinessId } from '../../domain/identifiers.ts';
import type { Language } from '../../domain/language.ts';
import type { Random } from './random.ts';
import type { ProfileBody } from './story.ts';

const placesInName = [
  'Esimerkki',
  'Malli',
  'Keksi',
  'Satu',
  'Taru',
  'Loru',
  'Haave',
  'Kuvitelma',
  'Unelma',
  'Tarina',
] as const;
const landscapes = [
  'lahden',
  'niemen',
  'kylän',
  'harjun',
  'mäen',
  'rannan',
  'koivikon',
  'kankaan',
  'saaren',
  'puron',
  'lammen',
  'kallion',
] as const;
const trades = [
  'Hoiva',
  'Hoivakoti',
  'Perhepalvelut',
  'Lastenkoti',
  'Asumispalvelut',
  'Kotipalvelu',
  'Tukipalvelut',
  'Palvelutalo',
  'Perhekoti',
  'Päihdetyö',
] as const;
const forms = ['Oy', 'Oy', 'Oy', 'Oy', 'Ky', 'ry', 'sr', 'Osk'] as const;
const swedishNames = ['Exempel', 'Modell', 'Sago', 'Påhitts'] as const;
const swedishLandscapes = ['viken', 'lunden', 'backen', 'sundet', 'näset', 'holmen'] as const;
const swedishTrades = ['Omsorg', 'Hemservice', 'Familjehem', 'Barnskydd', 'Boende'] as const;
const firstNames = ['Aino', 'Eero', 'Helmi', 'Juho', 'Kerttu', 'Lauri', 'Noora', 'Otso'] as const;
const lastNames = ['Mallikas', 'Keksitty', 'Satumaa', 'Tarinainen', 'Haaveinen'] as const;

export const personName = (random: Random): string =>
  `${random.pick(firstNames)} ${random.pick(lastNames)}`;

export const nameFor = (random: Random, language: Language): string =>
  language === 'sv'
    ? `${random.pick(swedishNames)}${random.pick(swedishLandscapes)}s ${random.pick(swedishTrades)} Ab`
    : `${random.pick(placesInName)}${random.pick(landscapes)} ${random.pick(trades)} ${random.pick(forms)}`;

export const contactsFor = (
  random: Random,
  { businessId, language }: { businessId: BusinessId; language: Language },
): NonNullable<ProfileBody['contacts']> =>
  Array.from(
    {
      length: random.weighted([
        [1, 70],
        [2, 22],
        [3, 5],
        [0, 3],
      ]),
    },
    (_, i) => ({
      name: personName(random),
      email: `yhteys${i + 1}@y${businessId.replace('-', '')}.example.org`,
      language,
    }),
  );
