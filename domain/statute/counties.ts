import type { Text } from '../language.ts';

/** The wellbeing services counties, Helsinki and Åland, by key. */
export const counties = [
  'etela-karjala',
  'etela-pohjanmaa',
  'etela-savo',
  'ita-uusimaa',
  'kainuu',
  'kanta-hame',
  'keski-pohjanmaa',
  'keski-suomi',
  'keski-uusimaa',
  'kymenlaakso',
  'lansi-uusimaa',
  'lappi',
  'pirkanmaa',
  'pohjanmaa',
  'pohjois-karjala',
  'pohjois-pohjanmaa',
  'pohjois-savo',
  'paijat-hame',
  'satakunta',
  'vantaa-kerava',
  'varsinais-suomi',
  'helsinki',
  'ahvenanmaa',
] as const;
export type County = (typeof counties)[number];

const county = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

export const countyNames: Readonly<Record<County, Text>> = {
  'etela-karjala': county('Etelä-Karjala', 'Södra Karelen', 'South Karelia'),
  'etela-pohjanmaa': county('Etelä-Pohjanmaa', 'Södra Österbotten', 'South Ostrobothnia'),
  'etela-savo': county('Etelä-Savo', 'Södra Savolax', 'South Savo'),
  'ita-uusimaa': county('Itä-Uusimaa', 'Östra Nyland', 'East Uusimaa'),
  kainuu: county('Kainuu', 'Kajanaland', 'Kainuu'),
  'kanta-hame': county('Kanta-Häme', 'Egentliga Tavastland', 'Kanta-Häme'),
  'keski-pohjanmaa': county('Keski-Pohjanmaa', 'Mellersta Österbotten', 'Central Ostrobothnia'),
  'keski-suomi': county('Keski-Suomi', 'Mellersta Finland', 'Central Finland'),
  'keski-uusimaa': county('Keski-Uusimaa', 'Mellersta Nyland', 'Central Uusimaa'),
  kymenlaakso: county('Kymenlaakso', 'Kymmenedalen', 'Kymenlaakso'),
  'lansi-uusimaa': county('Länsi-Uusimaa', 'Västra Nyland', 'West Uusimaa'),
  lappi: county('Lappi', 'Lappland', 'Lapland'),
  pirkanmaa: county('Pirkanmaa', 'Birkaland', 'Pirkanmaa'),
  pohjanmaa: county('Pohjanmaa', 'Österbotten', 'Ostrobothnia'),
  'pohjois-karjala': county('Pohjois-Karjala', 'Norra Karelen', 'North Karelia'),
  'pohjois-pohjanmaa': county('Pohjois-Pohjanmaa', 'Norra Österbotten', 'North Ostrobothnia'),
  'pohjois-savo': county('Pohjois-Savo', 'Norra Savolax', 'North Savo'),
  'paijat-hame': county('Päijät-Häme', 'Päijänne-Tavastland', 'Päijät-Häme'),
  satakunta: county('Satakunta', 'Satakunta', 'Satakunta'),
  'vantaa-kerava': county('Vantaa ja Kerava', 'Vanda och Kervo', 'Vantaa and Kerava'),
  'varsinais-suomi': county('Varsinais-Suomi', 'Egentliga Finland', 'Southwest Finland'),
  helsinki: county('Helsinki', 'Helsingfors', 'Helsinki'),
  ahvenanmaa: county('Ahvenanmaa', 'Åland', 'Åland'),
};
