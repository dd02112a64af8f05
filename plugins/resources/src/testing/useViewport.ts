/**
 * Gives elements a size in pixels, which jsdom does not: without one nothing is in sight of a virtual list.
 * Every box is 800 wide and 400 high inside, every row 20 high.
 */
export function useViewport(): void {
  const spies: jest.SpyInstance[] = [];

  beforeEach(() => {
    spies.push(
      jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800),
      jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400),
      jest
        .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
        .mockReturnValue(20),
    );
  });
  afterEach(() => {
    spies.splice(0).forEach(spy => spy.mockRestore());
  });
}
