export function KeyList() {
  return <h1>KeyList</h1>;
}
