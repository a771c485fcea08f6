export function RegisterServer() {
  return <h1>RegisterServer</h1>;
}
