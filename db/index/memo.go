package index

import "sync"

// A Memo caches values by key. Nobody waits while another goroutine makes a value, so a
// value may be made several times. The zero value is ready to use.
type Memo[Key comparable, Value any] struct {
	mutex  sync.Mutex
	values map[Key]Value
}

// Get returns the cached value of a key, or makes and caches it. Errors are not cached.
func (m *Memo[Key, Value]) Get(key Key, make func() (Value, error)) (Value, error) {
	m.mutex.Lock()
	value, known := m.values[key]
	m.mutex.Unlock()
	if known {
		return value, nil
	}
	value, err := make()
	if err != nil {
		return value, err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.values == nil {
		m.values = map[Key]Value{}
	}
	m.values[key] = value
	return value, nil
}
