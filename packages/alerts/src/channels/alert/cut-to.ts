/**
 * The longest beginning of a text that takes at most `max` UTF-16 units once it is escaped, with an ellipsis where something
 * was cut. Cut before it is escaped, so that no escape is ever broken in two.
 */
export function cutTo(text: string, max: number, escaped: (text: string) => string = String): string {
  const whole = escaped(text);
  if (whole.length <= max) return whole;
  const characters = [...text];
  let [fitting, over] = [0, characters.length];
  while (over - fitting > 1) {
    const middle = (fitting + over) >> 1;
    if (escaped(`${characters.slice(0, middle).join('')}…`).length <= max) fitting = middle;
    else over = middle;
  }
  return escaped(`${characters.slice(0, fitting).join('')}…`);
}
