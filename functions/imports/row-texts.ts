import type { Text } from '../../domain/language.ts';
import type { ImportRow } from './import-row.ts';

/*
 * Why a row of an import is not done, where it is not a single field's fault.
 */

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

export const rowTexts = {
  'too-large': text(
    'Rivissä on liikaa tietoa.',
    'Raden innehåller för mycket data.',
    'The row holds too much.',
  ),
  'county-of-others': text(
    'Voit lisätä ja poistaa vain omia hyvinvointialueitasi.',
    'Du kan lägga till och ta bort endast dina egna välfärdsområden.',
    'You can add and take away only counties of your own.',
  ),
  'not-yours': text(
    'Et voi tuoda tietoja tästä Y-tunnuksesta. Ota yhteys ylläpitoon.',
    'Du kan inte importera uppgifter om detta FO-nummer. Kontakta administratören.',
    'You cannot import data about this business ID. Ask the operator.',
  ),
  'not-saved': text(
    'Riviä ei voitu tallentaa palvelun vian takia, josta ylläpito on saanut tiedon.',
    'Raden kunde inte sparas på grund av ett fel i tjänsten, som administratören har underrättats om.',
    'The row could not be saved because of a fault in the service, which the operator has been told of.',
  ),
} as const;

export const doubledRow = ({ row, line }: ImportRow): Text =>
  line === undefined
    ? text(
        `Sama on jo kohdassa ${row}.`,
        `Samma finns redan i post ${row}.`,
        `The same stands in item ${row} already.`,
      )
    : text(
        `Sama on jo rivillä ${line}.`,
        `Samma finns redan på rad ${line}.`,
        `The same stands on line ${line} already.`,
      );
