/** Says whether so many milliseconds have not passed since now, by the time that really passes. */
export const lasting = (milliseconds: number): (() => boolean) => {
  const end = performance.now() + milliseconds;
  return () => performance.now() < end;
};
