package index

import "sync"

// A Memo keeps what was made, by keys. Nobody waits for another's making: what several
// ask for at once may be made several times. It is ready to use as it is.
type Memo[Key comparable, Value any] struct {
	mutex  sync.Mutex
	values map[Key]Value
}

// Get returns what is kept by a key, or makes and keeps it. Errors are not kept.
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
